import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { satisfies } from '../lib/install.mjs';
import { listFiles } from '../lib/list-files.mjs';
import { packageNames, root } from '../lib/paths.mjs';
import { isAllowed, refused } from './licences.mjs';

const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const lock = json('package-lock.json');
const manifests = [
  'package.json',
  ...packageNames.map((name) => `packages/${name}/package.json`),
  'examples/agent-desk/package.json',
];

/**
 * Versions below which a known fault comes back (docs/operations.md has why). Whoever adds a package that faces the
 * network adds a row.
 */
const atLeast = {
  '@napi-rs/image': '1.15.0',
  hono: '4.13.0',
  '@hono/node-server': '2.1.0',
  jose: '6.2.0',
  lit: '3.3.0',
  'livekit-client': '2.23.0',
  'livekit-server-sdk': '2.19.0',
  nodemailer: '10.6.0',
  pg: '8.23.0',
  zod: '4.6.0',
  '@photostructure/sqlite': '1.2.1',
};

describe('what we install', () => {
  it('is pinned exactly: the newest of everything did not install together', () => {
    const loose = manifests.flatMap((path) => {
      const { dependencies = {}, devDependencies = {} } = json(path);
      return Object.entries({ ...dependencies, ...devDependencies }).filter(
        ([, version]) => !/^(npm:[@\w/.-]+@)?\d+\.\d+\.\d+$/.test(version),
      );
    });
    assert.deepEqual(loose, []);
  });

  it('is locked for every platform: npm ci dies where the lock lacks an optional package', () => {
    const names = new Set(
      Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
    );
    const missing = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).filter((name) => !names.has(name)),
    );
    assert.deepEqual(missing, []);
  });

  for (const [name, version] of Object.entries(atLeast)) {
    it(`${name} ≥ ${version}`, () => {
      const found = Object.entries(lock.packages).filter(([path]) =>
        new RegExp(`^(packages/[^/]+/)?node_modules/${name}$`).test(path),
      );
      assert.ok(found.length > 0, `${name} is not installed any more: take its row away`);
      for (const [path, entry] of found)
        if (!entry.dev) assert.ok(satisfies(entry.version, version), `${path} is ${entry.version}`);
    });
  }

  it('runs no install script', () => {
    const { allowScripts } = json('package.json');
    const wanting = Object.entries(lock.packages)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    assert.deepEqual(
      [...new Set(wanting)].filter((name) => allowScripts[name] !== false),
      [],
    );
  });

  it('has licences that bind nobody who embeds us', () => {
    assert.deepEqual(refused(lock), []);
  });

  it('says the licence of every icon, picture and sound beside it', () => {
    const media = listFiles(join(root, 'packages')).filter((file) =>
      /\.(svg|png|jpe?g|webp|woff2|mp3|ogg|wav)$|[\\/]icons\.ts$/.test(file),
    );
    assert.deepEqual(
      media.filter((file) => !existsSync(join(file, '..', 'LICENSE.md'))),
      [],
    );
  });
});

describe('isAllowed', () => {
  it('reads SPDX expressions', () => {
    for (const yes of ['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT']) assert.ok(isAllowed(yes), yes);
    for (const no of ['GPL-3.0', 'MIT AND GPL-3.0', 'AGPL-3.0-only', undefined, ''])
      assert.ok(!isAllowed(no), String(no));
  });
  it('refuses a locked package for its licence, unless it is for development alone', () => {
    const packages = {
      'node_modules/a': { license: 'GPL-3.0' },
      'node_modules/b': { license: 'GPL-3.0', dev: true },
      'packages/c': {},
    };
    assert.deepEqual(refused({ packages }), ['node_modules/a: GPL-3.0']);
  });
});
