import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../start/testing/spawn-start.mjs';
import { cachedBinary, pinnedVersion } from './cache.mjs';
import { findGo } from './go.mjs';
import { findMediaServer, nothingFound, NoMediaServer } from './ladder.mjs';

const fakeGo = fileURLToPath(new URL('../start/testing/fake-go.mjs', import.meta.url));

/** A machine on which each rung can be put; the lower ones stay. */
function machine(t) {
  const folder = temporaryFolder(t);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  // fakes are scripts for node and sh
  const env = { PATH: `${bin}:${dirname(process.execPath)}:/bin`, HOME: folder, CARILLON_GO: '/nowhere' };
  const program = (path, code = 0) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\nexit ${code}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  return { env: { ...env, PATH: bin }, run: env.PATH, bin, program };
}

describe('the ladder of media servers', () => {
  it('goes LIVEKIT_URL → LIVEKIT_SERVER_BIN → PATH → cache → Go → Docker → a message', (t) => {
    const { env, bin, program } = machine(t);
    assert.throws(() => findMediaServer(env), new NoMediaServer(nothingFound()));

    program(join(bin, 'docker'));
    assert.equal(findMediaServer(env).kind, 'docker');
    assert.match(findMediaServer(env).image, /^livekit\/livekit-server:v\d+\.\d+\.\d+$/);

    writeFileSync(join(bin, 'go'), '#!/bin/sh\necho go version go1.26.0 linux/amd64\n', { mode: 0o755 });
    assert.deepEqual(findMediaServer(env), { kind: 'go', go: join(bin, 'go'), path: cachedBinary(env) });

    program(cachedBinary(env));
    assert.deepEqual(findMediaServer(env), { kind: 'binary', path: cachedBinary(env), from: 'an earlier build' });

    program(join(bin, 'livekit-server'));
    assert.deepEqual(findMediaServer(env), { kind: 'binary', path: join(bin, 'livekit-server'), from: 'PATH' });

    const given = program(join(bin, 'mine'));
    assert.deepEqual(findMediaServer({ ...env, LIVEKIT_SERVER_BIN: given }), {
      kind: 'binary',
      path: given,
      from: 'LIVEKIT_SERVER_BIN',
    });

    const url = { LIVEKIT_URL: 'wss://x.example', LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's' };
    assert.deepEqual(findMediaServer({ ...env, LIVEKIT_SERVER_BIN: given, ...url }), {
      kind: 'given',
      url: 'wss://x.example',
      key: 'k',
      secret: 's',
    });
  });

  it('stops clearly at settings that contradict each other, whatever else is there', (t) => {
    const { env, bin, program } = machine(t);
    program(join(bin, 'livekit-server'));
    const refused = (settings, message) =>
      assert.throws(() => findMediaServer({ ...env, ...settings }), { name: 'NoMediaServer', message });
    refused({ LIVEKIT_URL: 'wss://x.example' }, /LIVEKIT_API_KEY and LIVEKIT_API_SECRET must/);
    refused({ LIVEKIT_URL: 'wss://x.example', LIVEKIT_API_KEY: 'k' }, /so LIVEKIT_API_SECRET must/);
    refused({ LIVEKIT_URL: 'https://x.example', LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's' }, /ws:\/\/ or wss:\/\//);
    refused({ LIVEKIT_SERVER_BIN: join(bin, 'gone') }, /LIVEKIT_SERVER_BIN is set, but/);
    refused({ LIVEKIT_SERVER_BIN: bin }, /not a program/);
  });

  it('passes by Docker that does not answer', (t) => {
    const { env, bin, program } = machine(t);
    program(join(bin, 'docker'), 1);
    assert.throws(() => findMediaServer(env), { name: 'NoMediaServer' });
  });

  it('never says a secret', () => {
    assert.throws(
      () => findMediaServer({ LIVEKIT_URL: 'wss://x.example', LIVEKIT_API_SECRET: 'hush' }),
      (error) => !error.message.includes('hush'),
    );
  });
});

describe('findGo', () => {
  it('takes Go from 1.26 on, from PATH first and then from where it is said to be', (t) => {
    const { env, bin, run } = machine(t);
    symlinkSync(fakeGo, join(bin, 'go'));
    const asked = { ...env, PATH: `${bin}:${run}` };
    assert.equal(findGo(asked), join(bin, 'go'));
    assert.equal(findGo({ ...asked, FAKE_GO_VERSION: '1.25.9' }), undefined);
    assert.equal(findGo({ ...asked, FAKE_GO_VERSION: '1.27.0' }), join(bin, 'go'));
    assert.equal(findGo({ ...asked, FAKE_GO_VERSION: '2.0' }), join(bin, 'go'));
    assert.equal(findGo({ ...env, CARILLON_GO: join(bin, 'nothing') }), undefined);
    const elsewhere = join(bin, 'other-go');
    copyFileSync(fakeGo, `${elsewhere}.mjs`);
    chmodSync(`${elsewhere}.mjs`, 0o755);
    assert.equal(findGo({ PATH: dirname(process.execPath), CARILLON_GO: `${elsewhere}.mjs` }), `${elsewhere}.mjs`);
  });
});

describe('the cache', () => {
  it('keeps builds by version and by go.sum, for each user', (t) => {
    const folder = temporaryFolder(t);
    const module = (sum) => {
      writeFileSync(join(folder, 'go.mod'), 'require github.com/livekit/livekit-server v1.13.5 // indirect');
      writeFileSync(join(folder, 'go.sum'), sum);
      return cachedBinary({ HOME: '/home/ana' }, folder);
    };
    assert.match(module('a'), /^\/home\/ana\/\.cache\/carillon\/livekit-server-1\.13\.5-[\da-f]{12}/);
    assert.notEqual(module('a'), module('b'));
    assert.match(cachedBinary({ XDG_CACHE_HOME: '/caches', HOME: '/home/ana' }), /^\/caches\/carillon\//);
  });

  it('knows the version that tools/livekit pins', () => {
    assert.match(pinnedVersion(), /^\d+\.\d+\.\d+$/);
  });
});
