import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../start/testing/spawn-start.mjs';
import { deskPolicy, pathIn, serveDesk } from './serve-desk.mjs';

const server = 'http://127.0.0.1:8787';

async function served(t) {
  const parent = temporaryFolder(t);
  const folder = join(parent, 'dist');
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'chunks/a.js'), 'export {};');
  writeFileSync(join(parent, 'secret.txt'), 'no');
  const desk = await serveDesk({ port: 0, server, folder });
  t.after(() => desk.close());
  return desk;
}

/** As raw as a client that does not tidy its path. */
const raw = (url, path, method = 'GET') =>
  new Promise((resolve, reject) => {
    request({ port: new URL(url).port, host: '127.0.0.1', path, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the demo desk', () => {
  it('is served with its types, under a strict policy, and names its server', async (t) => {
    const { url } = await served(t);
    const page = await fetch(url);
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy');
    for (const rule of [
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "require-trusted-types-for 'script'",
      `connect-src 'self' ${server}`,
    ])
      assert.ok(policy.includes(rule), rule);
    assert.equal((await fetch(`${url}chunks/a.js`)).headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.deepEqual(await (await fetch(`${url}config.json`)).json(), { server });
    assert.equal((await fetch(`${url}?agent=ana`)).status, 200);
  });

  it('gives nothing from outside of its folder', async (t) => {
    const { url } = await served(t);
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/chunks/..%2f..%2fsecret.txt',
      '/%00',
      '/%',
      '/none.js',
      '/chunks',
    ]) {
      assert.equal(await raw(url, path), 404, path);
    }
    assert.equal(await raw(url, '/', 'POST'), 405);
    assert.equal(await raw(url, '/', 'HEAD'), 200);
  });

  it('frees its port though a browser keeps a connection', async (t) => {
    const desk = await served(t);
    await fetch(desk.url);
    await desk.close();
    await assert.rejects(fetch(desk.url));
  });
});

describe('deskPolicy', () => {
  it('allows no inline code, no eval, and media from the one server that is named', () => {
    const policy = deskPolicy({ server, media: ['wss://livekit.example'] });
    assert.ok(!/unsafe-inline|'unsafe-eval'/.test(policy));
    assert.ok(policy.includes(`connect-src 'self' ${server} wss://livekit.example`));
  });

  it('allows WebAssembly, unless it is told not to', () => {
    assert.match(deskPolicy({ server }), /; script-src 'self' 'wasm-unsafe-eval';/);
    assert.match(deskPolicy({ server, wasm: false }), /; script-src 'self';/);
  });
});

describe('pathIn', () => {
  it('maps a folder to its index', () => {
    assert.equal(pathIn('/desk/', '/?agent=ana'), '/desk/index.html');
    assert.equal(pathIn('/desk/', '/main.js'), '/desk/main.js');
  });
});
