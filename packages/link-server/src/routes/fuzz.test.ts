import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { routes, routeTable } from '@carillon/contract';
import type { HttpBench } from '../testing/http-bench.js';
import { createFuzzBench } from '../testing/routes/fuzz-bench.js';
import { fuzzRoute, type Known } from '../testing/routes/fuzz-route.js';

/** The short form; `npm run proof -- fuzz` sends 10,000 to each. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 200);
const seed = Number(process.env['FUZZ_SEED'] ?? 42);

describe(`${runs} requests made from its schemas`, () => {
  let bench: HttpBench;
  let known: Known;
  before(async () => ({ bench, known } = await createFuzzBench()));
  after(() => bench.close());

  for (const row of routeTable)
    it(`never make ${row.method} ${row.path} fail`, async () => {
      const faults = await fuzzRoute(bench, row, known, { runs, seed });
      assert.deepEqual(faults.slice(0, 3), [], `${faults.length} of ${runs}`);
    });

  it('leave the server alive and well', async () => {
    assert.equal((await bench.ask(routes.ready)).status, 200);
    assert.deepEqual(
      bench.log.lines.filter(({ event }) => event === 'request_failed'),
      [],
    );
  });
});
