import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * Leaves the counts of a runner, and the names of what failed, where `scripts/test.mjs` asked for them; does nothing when
 * nobody asked.
 */
export function leaveCounts(counts, file = process.env.COUNTS) {
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}

/**
 * What failed and why, in two lines at most: a run on another machine may keep no more than its end. Colours are left
 * out.
 */
export function failureText(title, message = '') {
  const lines = stripVTControlCharacters(String(message))
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const why = lines.slice(0, 6).join(' ').slice(0, 300);
  return why ? `${title}\n    ${why}` : title;
}
