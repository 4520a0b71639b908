import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { listFiles } from '../lib/list-files.mjs';

/** A digest of the content of everything that a build is made from. */
export function digestOf(root, places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => sourcesAt(join(root, place)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const sourcesAt = (place) => {
  const inside = listFiles(place);
  if (inside.length > 0) return inside.filter((file) => !/\.(test|states)\.ts$/.test(file));
  return existsSync(place) && !existsSync(join(place, '.')) ? [place] : [];
};

/** Whether the last build was made from this digest and has left all of these files. */
export const isFresh = (stampFile, digest, outputs) =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest && outputs.every((output) => existsSync(output));

export function writeStamp(stampFile, digest) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
}
