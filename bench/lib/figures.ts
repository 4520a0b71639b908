import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Spread of a list of measurements, in their own unit. */
export interface Spread {
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The value below which a share of the sorted measurements lies (nearest rank). */
export function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no measurements');
  return value;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    n: sorted.length,
    min: round(quantile(sorted, 0)),
    median: round(quantile(sorted, 0.5)),
    p95: round(quantile(sorted, 0.95)),
    max: round(quantile(sorted, 1)),
  };
}

/** One figure with the goal it has to meet. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly atMost?: number;
  readonly atLeast?: number;
}

const isMet = ({ value, atMost = Infinity, atLeast = -Infinity }: Goal) => value <= atMost && value >= atLeast;
const limitOf = ({ atMost, atLeast }: Goal) => (atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`);

/** Prints a result, keeps it as JSON under bench/results and returns whether every goal is met. */
export async function report(name: string, goals: readonly Goal[], details: Record<string, unknown>): Promise<boolean> {
  const folder = fileURLToPath(new URL('../results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: round(totalmem() / 2 ** 30),
    os: `${platform()} ${release()} ${arch()}`,
    node: process.version,
  };
  const rows = goals.map((goal) => ({ ...goal, value: round(goal.value), met: isMet(goal) }));
  for (const row of rows)
    console.log(`${row.met ? 'met   ' : 'MISSED'} ${name}: ${row.name} = ${row.value} (${limitOf(row)})`);
  await writeFile(
    `${folder}${name}.json`,
    `${JSON.stringify({ name, at: new Date().toISOString(), machine, goals: rows, ...details }, null, 2)}\n`,
  );
  return rows.every((row) => row.met);
}
