import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { root, widgetBundle } from '../lib/paths.mjs';
import { staticGraph } from './static-graph.mjs';

const page = readFileSync(join(root, 'packages/link-server/src/page/page-routes.ts'), 'utf8');
const named = (pattern) => [...page.matchAll(pattern)].map(([, name]) => name).sort();

describe('the page of a link', () => {
  it('asks for every file at once that its script imports: on a phone, each one found later costs a round trip', () => {
    const entry = join(widgetBundle, 'cc-page.js');
    const imported = [...staticGraph(entry)].filter((file) => file !== entry).map((file) => basename(file));
    assert.deepEqual(named(/rel="modulepreload" href="\/assets\/widget\/([^"]+)"/g), imported.sort());
    assert.deepEqual(named(/src="\/assets\/widget\/([^"]+)"/g), ['cc-early.js', 'cc-page.js']);
  });
});
