import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { minify } from '@swc/core';
import { litMin } from '../build/lit-min.mjs';
import { listFiles } from '../lib/list-files.mjs';
import { root } from '../lib/paths.mjs';
import { holdsLiveKit, staticGraph } from './static-graph.mjs';

const { entries, controls } = JSON.parse(readFileSync(join(root, 'size-budgets.json'), 'utf8'));
const kB = (content) => gzipSync(content, { level: 9 }).length / 1000;
const weigh = (files) => [...files].reduce((sum, file) => sum + kB(readFileSync(file)), 0);
const within = (name, size, atMost) => {
  console.log(`  ${name}: ${size.toFixed(1)} of ${atMost} kB gzip`);
  assert.ok(size <= atMost, `${name} weighs ${size.toFixed(1)} kB, ${atMost} are allowed`);
};

describe('sizes (kB gzip)', () => {
  for (const { name, file, extra = [], atMost } of entries) {
    it(`${name} ≤ ${atMost}`, () => {
      const besides = extra.flatMap((pattern) => {
        const [folder, ending] = pattern.split('/*');
        return listFiles(join(root, folder), { all: true }).filter(
          (path) => path.endsWith(ending) && !path.slice(join(root, folder).length + 1).includes('/'),
        );
      });
      within(name, weigh([...staticGraph(join(root, file)), ...besides]), atMost);
    });

    it(`${name} loads without livekit-client, which comes as a chunk of its own`, () => {
      const entry = join(root, file);
      assert.deepEqual([...staticGraph(entry)].filter(holdsLiveKit), []);
      const chunks = listFiles(join(entry, '..'), { all: true }).filter((path) => path.endsWith('.js'));
      assert.equal(
        chunks.filter(holdsLiveKit).length,
        1,
        'no chunk holds livekit-client: the check above would pass for nothing',
      );
    });
  }

  for (const control of controls.classes) {
    it(`${control} alone, with lit ≤ ${controls.atMost}`, async () => {
      const built = await rollup({
        input: 'control',
        plugins: [
          {
            name: 'control',
            resolveId: (id) => (id === 'control' ? join(root, 'control.js') : null),
            load: (id) =>
              id === join(root, 'control.js')
                ? `import { define, ${control} } from '${controls.package}';\ndefine(${control});`
                : null,
          },
          nodeResolve({ browser: true, exportConditions: ['production'], rootDir: join(root, 'packages/widget') }),
          litMin(),
        ],
        onLog: (level, log, handler) => handler(log.code === 'MISSING_EXPORT' ? 'error' : 'debug', log),
      });
      const { output } = await built.generate({ format: 'es' });
      await built.close();
      const [{ code }] = output; // the entry; chunks that load later are others
      const early = output.filter(({ fileName }) => output[0].imports.includes(fileName)).map((chunk) => chunk.code);
      const small = await Promise.all(
        [code, ...early].map((text) =>
          minify(text, { module: true, ecma: 2022, compress: { ecma: 2022, module: true }, mangle: true }),
        ),
      );
      within(
        control,
        small.reduce((sum, { code: text }) => sum + kB(text), 0),
        controls.atMost,
      );
    });
  }
});
