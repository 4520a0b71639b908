import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { DomainError } from '../domain-error.js';
import type { AppContext, AppEnv } from '../http/app-env.js';

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

/** Files of built pages under `/assets/<name>/`, compressed where a compressed copy lies beside. */
export function assetRoutes(folders: Readonly<Record<string, string | null>>) {
  return new Hono<AppEnv>().get('/:name/:file{.+}', async (c) => {
    const name = c.req.param('name');
    const path = fileIn(Object.hasOwn(folders, name) ? folders[name] : null, c.req.param('file'));
    const found = path === null ? undefined : ((await compressed(path, c)) ?? (await fileAt(path)));
    if (path === null || !found) throw new DomainError('not_found');
    const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}${found.encoding ?? ''}"`;
    const headers: Record<string, string> = {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      etag: tag,
      vary: 'Accept-Encoding',
      ...(found.encoding === undefined ? {} : { 'content-encoding': found.encoding }),
    };
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers);
    headers['content-length'] = String(found.size);
    // A file that nobody reads on is never closed.
    if (c.req.method === 'HEAD') return c.body(null, 200, headers);
    return c.body(Readable.toWeb(createReadStream(found.path)) as ReadableStream<Uint8Array>, 200, headers);
  });
}

interface Found {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly encoding?: string;
}

/** The file of a path inside a folder; null for a path that would leave it, and without a folder. */
function fileIn(folder: string | null | undefined, path: string): string | null {
  if (!folder || path.includes('\0')) return null;
  const root = normalize(folder + sep);
  const file = normalize(join(root, path));
  return file.startsWith(root) ? file : null;
}

/** The copy beside a file in the best encoding that the client takes. */
async function compressed(path: string, c: AppContext): Promise<Found | undefined> {
  const accepted = new Set((c.req.header('accept-encoding') ?? '').split(',').map((one) => one.trim()));
  for (const [encoding, suffix] of encodings) {
    const copy = accepted.has(encoding) ? await fileAt(path + suffix) : undefined;
    if (copy && (await fileAt(path))) return { ...copy, encoding };
  }
  return undefined;
}

async function fileAt(path: string): Promise<Found | undefined> {
  const entry: Stats | null = await stat(path).catch(() => null);
  return entry?.isFile() ? { path, size: entry.size, mtimeMs: entry.mtimeMs } : undefined;
}
