import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { listFiles } from '../lib/list-files.mjs';
import { root } from '../lib/paths.mjs';

/** What a first effect may cost on the wire, in bytes of brotli: issue 7, effects.md §11. */
const atMost = 1_800_000;
/** The engine for browsers without WebGL, which nobody else loads. */
const optional = /litert/;

describe('a first background effect on the wire', () => {
  for (const bundle of ['widget', 'agent-elements'])
    it(`${bundle}: worker, loader, wasm, model and graph ≤ ${atMost / 1e6} MB brotli`, () => {
      const files = listFiles(join(root, `packages/${bundle}/dist/cdn/effects`), { all: true }).filter(
        (file) => file.endsWith('.br') && !optional.test(basename(file)),
      );
      for (const part of ['worker', 'selfie-loader', 'selfie-landscape', '.wasm', '.binarypb'])
        assert.ok(
          files.some((file) => file.includes(part)),
          `no compressed ${part}`,
        );
      const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
      console.log(`  ${bundle}: ${(bytes / 1e6).toFixed(2)} of ${atMost / 1e6} MB brotli`);
      assert.ok(bytes <= atMost, `${bytes} bytes`);
    });
});
