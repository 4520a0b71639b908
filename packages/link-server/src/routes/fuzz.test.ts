import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routes, routeTable } from '@carillon/contract';
import { createFuzzBench } from '../testing/routes/fuzz-bench.js';
import { fuzzRoute } from '../testing/routes/fuzz-route.js';

/** The short form; `npm run proof -- fuzz` sends 10,000 to each. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 200);
const seed = Number(process.env['FUZZ_SEED'] ?? 42);

describe(`${runs} requests made from its schemas`, () => {
  for (const row of routeTable)
    it(`never make ${row.method} ${row.path} fail`, async (t) => {
      // Each with a server of its own: what one route removes or closes, the next one wants to be asked for.
      const { bench, known } = await createFuzzBench();
      t.after(() => bench.close());
      const faults = await fuzzRoute(bench, row, known, { runs, seed });
      assert.deepEqual(faults.slice(0, 3), [], `${faults.length} of ${runs}`);
      assert.equal((await bench.ask(routes.ready)).status, 200, 'alive and well');
      assert.deepEqual(
        bench.log.lines.filter(({ event }) => event === 'request_failed'),
        [],
      );
    });
});
