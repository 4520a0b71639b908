import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, it } from 'node:test';
import { listFiles } from '../lib/list-files.mjs';
import { packageNames, root } from '../lib/paths.mjs';
import { importCycles, importsOf } from './imports.mjs';
import { layerFaults } from './layers.mjs';

const sources = ['packages', 'examples']
  .flatMap((folder) => listFiles(join(root, folder)))
  .filter((file) => file.endsWith('.ts'));
const shipped = sources.filter((file) => !file.endsWith('.test.ts'));
const named = (file) => relative(root, file).split(sep).join('/');
const read = (file) => readFileSync(file, 'utf8');
const whoImports = (pattern) =>
  shipped
    .filter((file) => importsOf(read(file)).some(({ from, typeOnly }) => !typeOnly && pattern.test(from)))
    .map(named);

describe('layers', () => {
  it('arrows: contract ← call ← {widget, agent-elements}, contract ← link-server; media → effects → session → elements', () => {
    assert.deepEqual(
      sources.flatMap((file) => layerFaults(root, named(file), read(file))),
      [],
    );
  });

  for (const name of packageNames) {
    it(`no import cycle in ${name}`, () => {
      const files = shipped.filter((file) => named(file).startsWith(`packages/${name}/`));
      assert.deepEqual(
        importCycles(files).map((cycle) => cycle.map(named).join(' → ')),
        [],
      );
    });
  }

  it('one file imports livekit-client', () => {
    const files = whoImports(/^livekit-client$/);
    assert.ok(files.length <= 1 && files.every((file) => file.startsWith('packages/call/src/media/')), files.join());
  });

  it('one file signs LiveKit tokens, and only the livekit folder calls its API', () => {
    const files = whoImports(/^livekit-server-sdk$/);
    const signing = files.filter((file) => /\bAccessToken\b/.test(read(join(root, file))));
    assert.ok(signing.length <= 1, signing.join());
    assert.deepEqual(
      files.filter((file) => !/^packages\/link-server\/src\/(token|livekit)\//.test(file)),
      [],
    );
  });

  it('only the store knows a database driver', () => {
    assert.deepEqual(
      whoImports(/^(@photostructure\/sqlite|node:sqlite|pg)$/).filter(
        (file) => !file.startsWith('packages/link-server/src/store/'),
      ),
      [],
    );
  });

  it('browsers get zod/mini, never the full zod', () => {
    assert.deepEqual(
      whoImports(/^zod$/).filter((file) => !file.startsWith('packages/link-server/')),
      [],
    );
  });
});

describe('layerFaults', () => {
  const faults = (file, code) => layerFaults(root, file, code);
  it('sees each arrow that points the wrong way', () => {
    assert.equal(faults('packages/contract/src/x.ts', `import { a } from '@carillon/call';`).length, 1);
    assert.equal(faults('packages/widget/src/x.ts', `export * from '@carillon/agent-elements';`).length, 1);
    assert.equal(faults('packages/call/src/media/x.ts', `import type { A } from '../session/store.js';`).length, 1);
    assert.equal(faults('packages/call/src/x.ts', `const a = await import('@carillon/link-server');`).length, 1);
    assert.equal(
      faults('examples/agent-desk/src/x.ts', `import { a } from '../../../packages/contract/src/index.js';`).length,
      1,
    );
    assert.equal(faults('examples/agent-desk/src/x.ts', `import { a } from '@carillon/call/dist/index.js';`).length, 1);
  });
  it('lets the right ones pass', () => {
    assert.deepEqual(
      faults(
        'packages/widget/src/x.ts',
        `import { a } from '@carillon/call';\nimport { b } from '@carillon/contract';\nimport 'lit';`,
      ),
      [],
    );
    assert.deepEqual(faults('packages/call/src/session/x.ts', `import { a } from '../media/media-room.js';`), []);
  });
});

describe('imports', () => {
  it('reads every form, and tells types apart', () => {
    const code = `import a, { b } from 'x';\nimport type { C } from 'types';\nimport { type D, type E } from 'also-types';\nimport { type F, g } from 'both';\nimport 'effect';\nexport * from 'all';\nexport {\n  h,\n} from 'some';\nconst later = () => import('late');\n// import 'comment';\n`;
    const by = (test) =>
      importsOf(code)
        .filter(test)
        .map(({ from }) => from);
    assert.deepEqual(
      by(({ typeOnly }) => typeOnly),
      ['types', 'also-types'],
    );
    assert.deepEqual(
      by(({ dynamic }) => dynamic),
      ['late'],
    );
    assert.deepEqual(
      by(({ typeOnly, dynamic }) => !typeOnly && !dynamic),
      ['x', 'both', 'effect', 'all', 'some'],
    );
  });

  it('finds a circle, and none where types close it', () => {
    const [a, b] = ['mic-button', 'element'].map((name) => join(root, 'packages/contract/src', `${name}.ts`));
    const real = [join(root, 'packages/contract/src/index.ts'), join(root, 'packages/contract/src/limits.ts')];
    const circle = { [real[0]]: `import { x } from './limits.js';`, [real[1]]: `import { y } from './index.js';` };
    assert.equal(importCycles(real, (file) => circle[file]).length, 1);
    assert.equal(importCycles(real, (file) => circle[file].replace('import { y }', 'import type { y }')).length, 0);
    assert.deepEqual(
      importCycles([a, b], () => ''),
      [],
    );
  });
});
