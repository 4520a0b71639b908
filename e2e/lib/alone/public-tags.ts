import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../../scripts/lib/paths.mjs';

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly { readonly tagName?: string }[] }[];
}

/** Every tag that a built package describes in its manifest, so that none can be forgotten. */
export function publicTags(name: 'call' | 'agent-elements' | 'widget'): string[] {
  const manifest = JSON.parse(readFileSync(join(packageFolder(name), 'dist/custom-elements.json'), 'utf8')) as Manifest;
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ tagName }) => (tagName ? [tagName] : []))
    .sort();
}
