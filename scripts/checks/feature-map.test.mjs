import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { listFiles } from '../lib/list-files.mjs';
import { root } from '../lib/paths.mjs';
import { featureMap, pathsIn } from './feature-map.mjs';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The headings of the agent's guide to calls, in its order: each has to have a row. */
const headings = [
  'Receive a call',
  'Incoming call information',
  'Make a call',
  'Make an outbound call',
  'Make a follow-up call',
  'Generate call link',
  'Create call link for guest conversations',
  'Create call link from existing conversation',
  'Call options',
  'Call shortcuts',
  'Call on hold',
  'Transfer call to agent',
  'Transfer call to queue',
  'Transfer call to external number',
  'Dial pad',
  'Microphone and speaker settings',
  'Background options for video calls',
  'Screen sharing',
  'Write messages during a call',
  'Automatic call reconnection',
  'Callback',
  'Automated callback',
  'Manual callback',
  'Callback statuses and event logs',
  'Call wrap-up window',
  'Call recordings',
];

describe('the feature map of the README', () => {
  const rows = featureMap(readme);

  it('has one row for each heading of the guide, in its order, before what goes beyond it', () => {
    assert.deepEqual(
      rows.slice(0, headings.length).map(({ feature }) => feature),
      headings,
    );
  });

  for (const { feature, places } of rows) {
    it(`${feature}: see, do and decide are there, or it is planned`, () => {
      const [see, act, decide] = places;
      if (/^planned(, issue \d+)?$/.test(see)) return assert.deepEqual([act, decide], ['', '']);
      for (const place of [see, act, decide]) {
        const paths = pathsIn(place);
        assert.ok(paths.length > 0, `a cell of ${feature} names no path`);
        for (const path of paths) assert.ok(existsSync(join(root, path)), path);
      }
    });
  }
});

/** Whether a path, or a place in a page such as `CONTRIBUTING.md#figures`, exists from the root or beside the page. */
function isThere(place, page) {
  const [path, anchor] = place.split('#');
  const file = [join(root, path), resolve(root, dirname(page), path)].find((candidate) => existsSync(candidate));
  if (file === undefined || anchor === undefined) return file !== undefined;
  const headings = readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].some(
    ([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\w ]/g, '')
        .replaceAll(' ', '-') === anchor,
  );
}

describe('pages in Markdown', () => {
  it('are looked into for a heading that a link names', () => {
    assert.ok(isThere('CONTRIBUTING.md#figures', 'README.md'));
    assert.ok(!isThere('CONTRIBUTING.md#nothing-of-the-kind', 'README.md'));
    assert.ok(!isThere('NOWHERE.md#figures', 'README.md'));
  });

  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...listFiles(join(root, 'docs'))
      .filter((file) => file.endsWith('.md'))
      .map((file) => file.slice(root.length + 1)),
  ];
  for (const page of pages) {
    it(`${page} names only what exists`, () => {
      const text = readFileSync(join(root, page), 'utf8');
      assert.deepEqual(
        pathsIn(text).filter((path) => !isThere(path, page)),
        [],
      );
    });
  }
});

describe('featureMap', () => {
  it('reads the table, and paths in backticks and links', () => {
    const text =
      '## Feature map\n\n| feature | see | do | decide |\n| --- | --- | --- | --- |\n| Hold | `packages/a`, `packages/b` | | x |\n\n## Licence\n| no | row |\n';
    assert.deepEqual(featureMap(text), [{ feature: 'Hold', places: ['`packages/a`, `packages/b`', '', 'x'] }]);
    assert.deepEqual(pathsIn('`packages/a` [b](docs/b.md) [c](https://c.example) `npm start`'), [
      'packages/a',
      'docs/b.md',
    ]);
  });
});
