import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFolder } from './compress-folder.mjs';

describe('compressed copies', () => {
  const made = (t, files) => {
    const folder = mkdtempSync(join(tmpdir(), 'carillon-compress-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'chunks'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    compressFolder(folder);
    return folder;
  };
  const long = 'const ring = () => {};\n'.repeat(200);

  it('lie beside scripts and styles, hold the same and are smaller', (t) => {
    const folder = made(t, { 'a.js': long, 'chunks/b.css': long });
    for (const name of ['a.js', 'chunks/b.css']) {
      const [br, gz] = ['.br', '.gz'].map((suffix) => readFileSync(join(folder, name + suffix)));
      assert.equal(brotliDecompressSync(br).toString(), long);
      assert.equal(gunzipSync(gz).toString(), long);
      assert.ok(br.length < gz.length && gz.length < long.length / 3);
    }
  });

  it('are not made of maps, models and what is tiny', (t) => {
    const folder = made(t, { 'a.js.map': long, 'model.wasm': long, 'tiny.js': 'ring()' });
    assert.deepEqual(readdirSync(folder).sort(), ['a.js.map', 'chunks', 'model.wasm', 'tiny.js']);
  });

  it('are left as they are where a part of the build has made its own', (t) => {
    const folder = made(t, { 'worker.js': long, 'worker.js.br': 'its own' });
    assert.equal(readFileSync(join(folder, 'worker.js.br'), 'utf8'), 'its own');
    assert.equal(gunzipSync(readFileSync(join(folder, 'worker.js.gz'))).toString(), long);
  });
});
