import assert from 'node:assert/strict';
import { it } from 'node:test';
import { routeTable } from '@carillon/contract';
import { createHttpBench } from '../testing/http-bench.js';

/** Pages, files and metrics are no part of the API: one page for every link, whatever was built, and Prometheus' own form. */
const isApi = (path: string) => !/^\/(j\/|assets\/|metrics$)/.test(path);

it('the route table has a row for every route, and a route for every row', async (t) => {
  const bench = await createHttpBench();
  t.after(() => bench.close());
  const named = (list: readonly { readonly method: string; readonly path: string }[]) =>
    [...new Set(list.filter(({ path }) => isApi(path)).map(({ method, path }) => `${method} ${path}`))].sort();
  assert.deepEqual(named(bench.app.routes), named(routeTable));
});
