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
