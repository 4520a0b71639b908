import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A built module and everything it imports statically: what a browser loads before anybody has done anything. */
export function staticGraph(entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const code = readFileSync(entry, 'utf8');
  // Minified code puts no space after `from`, and an import may follow any statement.
  const statement = /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{}$,\s]+?from\s*)?["'](\.[^"']+)["']/g;
  for (const [, from] of code.matchAll(statement)) staticGraph(resolve(dirname(entry), from), seen);
  return seen;
}

/** Whether a built file holds livekit-client: strings of its wire protocol survive every minifier. */
export const holdsLiveKit = (file) => /simulcast_codecs|livekit-client/.test(readFileSync(file, 'utf8'));
