/** Serves the demo agent's desk on an origin of its own, as a company's CRM would: cross-origin, under a strict policy. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../examples/agent-desk/dist/', import.meta.url));
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * The policy of the page: its own scripts and styles, its link-server and that server's pictures, sounds and media server, nothing
 * else.
 * `media` may be any loopback port when it is not known yet: the media server of `npm start` can still be building.
 * Without `wasm` the model of the background effects cannot be loaded, and calls go on without them.
 */
export function deskPolicy({ server, media = ['ws://127.0.0.1:*', 'http://127.0.0.1:*'], wasm = true }) {
  return [
    "default-src 'none'",
    `script-src 'self'${wasm ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    `img-src 'self' data: blob: ${server}`,
    "font-src 'self'",
    `media-src 'self' blob: data: ${server}`,
    "worker-src 'self' blob:",
    `connect-src 'self' ${[server, ...media].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html cc',
  ].join('; ');
}

/**
 * @param {object} options
 * @param {number} options.port Where to listen; 0 takes a free one.
 * @param {string} [options.host] On which address; loopback's unless given.
 * @param {string} options.server Origin of the link-server, told to the page by config.json.
 * @param {string} [options.folder] What to serve; the built desk unless given.
 * @param {string[]} [options.media] Origins of the media server.
 * @param {boolean} [options.wasm] Whether the page's policy allows WebAssembly, as it does unless given.
 */
export async function serveDesk({ port, host = '127.0.0.1', server, folder = dist, media, wasm }) {
  const headers = {
    'content-security-policy': deskPolicy({ server, media, wasm }),
    'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self)',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  };
  const listener = createServer(async (request, response) => {
    const answer = (status, type, body) => {
      response.writeHead(status, { ...headers, 'content-type': type });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', 'GET only');
    const path = pathIn(folder, request.url ?? '/');
    if (!path) return answer(404, 'text/plain', 'not found');
    if (path === join(folder, 'config.json')) return answer(200, types['.json'], JSON.stringify({ server }));
    try {
      answer(200, types[extname(path)] ?? 'application/octet-stream', await readFile(path));
    } catch {
      answer(404, 'text/plain', 'not found');
    }
  });
  listener.listen(port, host);
  await once(listener, 'listening');
  const url = `http://${host}:${listener.address().port}/`;
  return {
    url,
    async close() {
      listener.close();
      listener.closeAllConnections();
    },
  };
}

/** The file a request means, or undefined when it points outside of the folder. */
export function pathIn(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://desk.invalid').pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : undefined;
}
