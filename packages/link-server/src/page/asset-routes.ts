import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { DomainError } from '../domain-error.js';
import type { AppEnv } from '../http/app-env.js';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** A name with the hash of its content never means anything else. */
const hashed = /-[A-Za-z0-9_-]{8,}\.\w+$/;

/** Files of the built customer page under `/assets/<name>/`, compressed where a compressed copy lies beside. */
export function assetRoutes(folders: Readonly<Record<string, string>>) {
  return new Hono<AppEnv>().get('/:name/:file{.+}', async (c) => {
    const folder = folders[c.req.param('name')];
    const file = fileIn(folder, c.req.param('file'));
    if (!file || !(await isFile(file))) throw new DomainError('not_found');
    const headers = new Headers({
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
    const accepted = c.req.header('accept-encoding') ?? '';
    for (const [encoding, suffix] of encodings)
      if (accepted.includes(encoding) && (await isFile(file + suffix))) {
        headers.set('content-encoding', encoding);
        return answer(file + suffix, headers);
      }
    return answer(file, headers);
  });
}

/** The file of a path inside a folder; undefined for a path that would leave it. */
function fileIn(folder: string | undefined, path: string): string | undefined {
  if (folder === undefined || path.includes('\0')) return undefined;
  const root = normalize(folder + sep);
  const file = normalize(join(root, path));
  return file.startsWith(root) ? file : undefined;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );

const answer = (file: string, headers: Headers): Response =>
  new Response(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>, { headers });
