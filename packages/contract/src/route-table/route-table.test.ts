import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routes } from '../routes.js';
import { routeTable } from './index.js';

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`;

describe('the route table', () => {
  it('has each route once', () => {
    const names = routeTable.map(nameOf);
    assert.deepEqual([...new Set(names)], names);
  });

  it('has a row for every path of the contract', () => {
    const paths = new Set(routeTable.map(({ path }) => path.replace(/:\w+/g, ':x')));
    for (const [name, path] of Object.entries(routes)) {
      const said = decodeURIComponent(typeof path === 'string' ? path : path(':x'));
      if (name !== 'customerPage') assert.ok(paths.has(said), name);
    }
  });

  for (const row of routeTable) {
    const { method, callers, record, body, path, summary } = row;
    it(`is whole about ${nameOf(row)}`, () => {
      assert.ok(callers.length > 0, 'somebody may call it');
      assert.equal(record !== undefined, /\/:id|configurations\/:key/.test(path), 'what an id names');
      assert.match(summary, /^[A-Z].*\.$/);
      const bodiless = method === 'GET' || method === 'DELETE' || callers.includes('livekit');
      assert.equal(body === undefined, bodiless, 'what it takes');
    });
  }
});
