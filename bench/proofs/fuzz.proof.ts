import { routeTable } from '@carillon/contract';
import { createFuzzBench } from '../../packages/link-server/src/testing/routes/fuzz-bench.js';
import { fuzzRoute } from '../../packages/link-server/src/testing/routes/fuzz-route.js';

/** Requests to each route. */
const runs = 10_000;

/** One round is one route. */
export const rounds = routeTable.length;

export interface Measurement {
  readonly route: string;
  readonly requests: number;
  readonly faults: number;
  readonly alive: boolean;
}

export async function round(index: number): Promise<Measurement> {
  const row = routeTable[index % routeTable.length];
  if (!row) throw new Error('There is no route to send anything to.');
  const { bench, known } = await createFuzzBench();
  try {
    const faults = await fuzzRoute(bench, row, known, { runs, seed: 1_000 + index });
    const alive = (await bench.ask('/readyz')).status === 200;
    return { route: `${row.method} ${row.path}`, requests: runs, faults: faults.length, alive };
  } finally {
    await bench.close();
  }
}

export function summary(measurements: readonly Measurement[]) {
  const faults = measurements.reduce((sum, one) => sum + one.faults, 0);
  const requests = measurements.reduce((sum, one) => sum + one.requests, 0);
  const holds = faults === 0 && measurements.every(({ alive }) => alive);
  return { text: `${requests} requests to ${measurements.length} routes: ${faults} × 5xx`, holds };
}
