import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bundleWorker } from './effects-plugin.mjs';

describe('the bundle of the worker', () => {
  const bundle = (t, files) => {
    const folder = mkdtempSync(join(tmpdir(), 'carillon-worker-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return bundleWorker(join(folder, 'worker.js'));
  };
  const files = {
    'worker.js': "import { own } from './own.js';\nonmessage = () => (own() ? import('./rare.js') : null);\n",
    'own.js': 'let count = 0;\nexport const own = () => ++count;\n',
    'rare.js': "import { own } from './own.js';\nimport { only } from './only.js';\npostMessage([own(), only]);\n",
    'only.js': "export const only = 'for the rare case';\n",
  };

  it('is one file for all that is needed at once, and a chunk for what is imported later', async (t) => {
    const [worker, chunk, ...more] = await bundle(t, files);
    assert.equal(more.length, 0);
    assert.match(worker.name, /^worker-[0-9a-f]{8}\.js$/);
    assert.match(chunk.name, /^rare-[0-9a-f]{8}\.js$/);
    assert.ok(worker.content.includes(`import("./${chunk.name}")`), worker.content);
    assert.ok(chunk.content.includes('"for the rare case"'));
    assert.ok(!worker.content.includes('"for the rare case"'), 'what only the chunk needs is in the chunk');
    assert.ok(chunk.content.includes(`from"./${worker.name}"`), 'what both need is in the worker');
  });

  it('has another name when its chunk is another one', async (t) => {
    const [before] = await bundle(t, files);
    const [after] = await bundle(t, { ...files, 'only.js': "export const only = 'other';\n" });
    assert.notEqual(after.name, before.name);
  });
});
