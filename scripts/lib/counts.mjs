import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Leaves the counts of a runner, and the names of what failed, where `scripts/test.mjs` asked for them; does nothing when
 * nobody asked.
 */
export function leaveCounts(counts, file = process.env.COUNTS) {
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}

/** The counts of several runners as one. A runner that left none (`null`) has failed. */
export function sumCounts(all) {
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const counts of all) {
    const { passed, failed, skipped, failures = [] } = counts ?? { passed: 0, failed: 1, skipped: 0 };
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    sum.failures.push(...failures);
  }
  return sum;
}
