import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder, root } from '../lib/paths.mjs';

/** Writes docs/openapi.json: what the built server gives at /openapi.json. */
export async function writeOpenApi() {
  const built = join(packageFolder('link-server'), 'dist/openapi/build-openapi.js');
  const { buildOpenApi } = await import(pathToFileURL(built).href);
  writeFileSync(join(root, 'docs/openapi.json'), `${JSON.stringify(buildOpenApi(), null, 2)}\n`);
}
