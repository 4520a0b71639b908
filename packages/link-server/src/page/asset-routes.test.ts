import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Hono } from 'hono';
import type { DomainError } from '../domain-error.js';
import type { AppEnv } from '../http/app-env.js';
import { answerProblem } from '../http/problem.js';
import { createTemporaryFolder, removeTemporaryFolder } from '../testing/temporary-folder.js';
import { assetRoutes } from './asset-routes.js';

describe('assets', () => {
  const root = createTemporaryFolder();
  const folder = join(root, 'cdn');
  const app = new Hono<AppEnv>()
    .onError((error, c) => answerProblem(c, error as DomainError))
    .route('/assets', assetRoutes({ widget: folder, missing: null, empty: '' }));
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const response = await app.request(path, { headers, method });
    return {
      status: response.status,
      text: await response.text(),
      header: (name: string) => response.headers.get(name),
    };
  };

  before(() => {
    mkdirSync(join(folder, 'chunks'), { recursive: true });
    writeFileSync(join(root, 'secret.txt'), 'secret');
    mkdirSync(join(root, 'cdn-private'));
    writeFileSync(join(root, 'cdn-private', 'x.js'), 'secret');
    for (const [name, text] of [
      ['page.js', 'plain'],
      ['page.js.br', 'brotli'],
      ['page.js.gz', 'gzip'],
      ['only.js', 'only'],
      ['only.js.gz', 'only gzip'],
      ['chunks/session-Bx3kP0aZ.js', 'hashed'],
      ['style.css', 'style'],
      ['sound.wasm', 'wasm'],
      ['data.bin', 'data'],
    ] as const)
      writeFileSync(join(folder, name), text);
  });
  after(() => removeTemporaryFolder(root));

  it('are served with their type, to every origin, and not to be guessed at', async () => {
    const { status, text, header } = await ask('/assets/widget/page.js');
    assert.deepEqual([status, text], [200, 'plain']);
    assert.equal(header('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(header('access-control-allow-origin'), '*');
    assert.equal(header('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.equal(header('content-length'), '5');
    assert.equal((await ask('/assets/widget/style.css')).header('content-type'), 'text/css; charset=utf-8');
    assert.equal((await ask('/assets/widget/sound.wasm')).header('content-type'), 'application/wasm');
    assert.equal((await ask('/assets/widget/data.bin')).header('content-type'), 'application/octet-stream');
  });

  it('are kept for ever under a name with a hash, and asked for again under others', async () => {
    const hashed = await ask('/assets/widget/chunks/session-Bx3kP0aZ.js');
    assert.equal(hashed.header('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal((await ask('/assets/widget/page.js')).header('cache-control'), 'no-cache');
  });

  it('are not sent again when nothing has changed', async () => {
    const tag = (await ask('/assets/widget/page.js')).header('etag') ?? '';
    const again = await ask('/assets/widget/page.js', { 'if-none-match': tag });
    assert.deepEqual([again.status, again.text], [304, '']);
    writeFileSync(join(folder, 'page.js'), 'changed');
    assert.equal((await ask('/assets/widget/page.js', { 'if-none-match': tag })).status, 200);
    writeFileSync(join(folder, 'page.js'), 'plain');
  });

  for (const [accepted, text, encoding] of [
    ['gzip, deflate, br', 'brotli', 'br'],
    ['gzip', 'gzip', 'gzip'],
    ['deflate', 'plain', null],
    ['', 'plain', null],
    ['brotli-like, gzipped', 'plain', null],
  ] as const)
    it(`are sent as ${encoding ?? 'they are'} to whom accepts “${accepted}”`, async () => {
      const answer = await ask('/assets/widget/page.js', { 'accept-encoding': accepted });
      assert.deepEqual([answer.text, answer.header('content-encoding')], [text, encoding]);
      assert.equal(answer.header('content-type'), 'text/javascript; charset=utf-8');
      assert.equal(answer.header('vary'), 'Accept-Encoding');
    });

  it('are sent in the next encoding where the best has no copy', async () => {
    assert.equal((await ask('/assets/widget/only.js', { 'accept-encoding': 'br, gzip' })).text, 'only gzip');
  });

  it('can be asked about without being read', async () => {
    const { status, text, header } = await ask('/assets/widget/page.js', {}, 'HEAD');
    assert.deepEqual([status, text, header('content-length')], [200, '', '5']);
  });

  for (const path of [
    '/assets/widget/../secret.txt',
    '/assets/widget/..%2fsecret.txt',
    '/assets/widget/%2e%2e/secret.txt',
    '/assets/widget/..%5csecret.txt',
    '/assets/widget/chunks/..%2f..%2fsecret.txt',
    '/assets/widget/..%2fcdn-private%2fx.js',
    '/assets/widget/%2fetc%2fpasswd',
    '/assets/widget//etc/passwd',
    '/assets/widget/page.js%00.txt',
    '/assets/widget/chunks',
    '/assets/widget/chunks/',
    '/assets/widget/nothing.js',
    '/assets/empty/etc/passwd',
    '/assets/missing/page.js',
    '/assets/constructor/page.js',
    '/assets/__proto__/page.js',
    '/assets/widget/',
    '/assets/widget',
  ])
    it(`are not at ${path}`, async () => {
      const { status, text } = await ask(path);
      assert.equal(status, 404);
      assert.ok(!text.includes('secret') && !text.includes('root:'));
    });
});
