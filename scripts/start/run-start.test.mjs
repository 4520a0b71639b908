import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isRunning } from '../lib/process-start.mjs';
import { isFree } from '../lib/ports.mjs';
import { barePath, fakeLiveKit, spawnStart, temporaryFolder } from './testing/spawn-start.mjs';

const ready = /Carillon is running\.[\s\S]*Stop with Ctrl\+C\./;
const withMedia = { LIVEKIT_SERVER_BIN: fakeLiveKit };
const childrenOf = (folder) => JSON.parse(readFileSync(join(folder, 'start.lock'), 'utf8')).children;
const addressesIn = (text) => [...text.matchAll(/https?:\/\/\S+/g)].map(([address]) => address);

describe('npm start', { timeout: 240_000 }, () => {
  it('ends with a desk address for each demo agent, one customer link and how to stop; all of them work', async (t) => {
    const start = spawnStart(t, { folder: temporaryFolder(t), env: withMedia });
    const [end] = await start.saw(ready);
    const [ana, ben, link] = addressesIn(end);
    assert.match(ana, /^http:\/\/127\.0\.0\.1:\d+\/\?agent=ana$/);
    assert.match(ben, /\?agent=ben$/);
    assert.match(link, /\/j\/abc$/);
    assert.notEqual(new URL(ana).origin, new URL(link).origin);
    assert.ok(start.output().trimEnd().endsWith('Stop with Ctrl+C.'));
    assert.equal((await fetch(link)).status, 200);
    const config = await (await fetch(new URL('config.json', ana))).json();
    assert.deepEqual(config, { server: new URL(link).origin });
    assert.equal(await start.stop(), 0);
  });

  it('leaves no process, port or lock on Ctrl+C, though the media server drains on the first SIGTERM', async (t) => {
    const folder = temporaryFolder(t);
    const start = spawnStart(t, { folder, env: withMedia });
    const [end] = await start.saw(ready);
    const children = childrenOf(folder);
    assert.equal(children.length, 2);
    assert.ok(children.every(isRunning));
    assert.equal(await start.stop('SIGINT'), 0);
    assert.deepEqual(children.filter(isRunning), []);
    for (const address of addressesIn(end)) assert.ok(await isFree(Number(new URL(address).port)), address);
    assert.equal(existsSync(join(folder, 'start.lock')), false);
  });

  it('says that it runs already on a folder, and exits 1 without touching the first', async (t) => {
    const folder = temporaryFolder(t);
    const first = spawnStart(t, { folder, env: withMedia });
    const [end] = await first.saw(ready);
    const second = spawnStart(t, { folder, env: withMedia });
    assert.equal(await second.exit, 1);
    assert.match(second.output(), /already runs on .*process \d+/);
    assert.ok(second.output().includes(new URL(addressesIn(end)[0]).origin));
    assert.equal((await fetch(addressesIn(end)[2])).status, 200);
    assert.equal(await first.stop(), 0);
  });

  it('takes a folder over after kill -9, and ends what that left behind', async (t) => {
    const folder = temporaryFolder(t);
    const first = spawnStart(t, { folder, env: withMedia });
    await first.saw(ready);
    const orphans = childrenOf(folder);
    await first.stop('SIGKILL');
    assert.ok(orphans.every(isRunning), 'nobody was there to end them');
    const second = spawnStart(t, { folder, env: withMedia });
    await second.saw(ready);
    assert.deepEqual(orphans.filter(isRunning), []);
    assert.equal(await second.stop(), 0);
  });

  it('names busy ports and takes the next free ones', async (t) => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    t.after(() => busy.close());
    const { port } = busy.address();
    const start = spawnStart(t, { folder: temporaryFolder(t), env: { ...withMedia, PORT: String(port) } });
    const [end] = await start.saw(ready);
    const taken = Number(new URL(addressesIn(end)[2]).port);
    assert.ok(taken > port);
    assert.match(start.output(), new RegExp(`Port ${port}\\b.* is busy: the link-server takes ${taken}\\.`));
    assert.equal(await start.stop(), 0);
  });

  it('says in four lines what to install where there is nothing to get a media server from, and exits 1', async (t) => {
    const start = spawnStart(t, { folder: temporaryFolder(t) });
    assert.equal(await start.exit, 1);
    const lines = start.output().trim().split('\n');
    assert.equal(lines.length, 4);
    for (const word of ['Go', 'Docker', 'LIVEKIT_URL', 'livekit-server'])
      assert.ok(lines.join(' ').includes(word), word);
  });

  it('stops clearly at LIVEKIT_URL without key and secret', async (t) => {
    const start = spawnStart(t, { folder: temporaryFolder(t), env: { LIVEKIT_URL: 'wss://livekit.example' } });
    assert.equal(await start.exit, 1);
    assert.match(start.output(), /LIVEKIT_API_KEY and LIVEKIT_API_SECRET must be set/);
  });

  it('starts no media server of its own beside LIVEKIT_URL', async (t) => {
    const folder = temporaryFolder(t);
    const env = { LIVEKIT_URL: 'wss://livekit.example', LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's' };
    const start = spawnStart(t, { folder, env });
    await start.saw(ready);
    assert.equal(childrenOf(folder).length, 1);
    assert.equal(await start.stop(), 0);
  });

  it('shows why when the link-server does not start, and leaves no lock', async (t) => {
    const folder = temporaryFolder(t);
    const start = spawnStart(t, { folder, env: { ...withMedia, FAKE_LINK_SERVER: 'fails' } });
    assert.equal(await start.exit, 1);
    assert.match(start.output(), /link-server ended \(exit code 3\)[\s\S]*LIVEKIT_API_SECRET is too short/);
    assert.equal(existsSync(join(folder, 'start.lock')), false);
  });

  it('ends all of it when the link-server ends by itself', async (t) => {
    const folder = temporaryFolder(t);
    const start = spawnStart(t, { folder, env: withMedia });
    const [end] = await start.saw(ready);
    const children = childrenOf(folder);
    await fetch(new URL('/die', addressesIn(end)[2])).catch(() => {});
    assert.equal(await start.exit, 1);
    assert.deepEqual(children.filter(isRunning), []);
  });

  it('starts the media server again when that ends by itself', async (t) => {
    const folder = temporaryFolder(t);
    const start = spawnStart(t, { folder, env: withMedia });
    await start.saw(ready);
    const [, media] = childrenOf(folder);
    process.kill(media.pid, 'SIGKILL');
    await start.saw(/livekit-server ended \(SIGKILL\): started again\./);
    const { pid } = childrenOf(folder).at(-1);
    assert.notEqual(pid, media.pid);
    assert.equal(await start.stop(), 0);
    assert.equal(isRunning({ pid }), false);
  });

  it('has pages and links up while Go builds, with the step told on the screen and by the server', async (t) => {
    const folder = temporaryFolder(t);
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    symlinkSync(new URL('./testing/fake-go.mjs', import.meta.url).pathname, join(bin, 'go'));
    const env = {
      PATH: `${bin}:${barePath}`,
      XDG_CACHE_HOME: join(folder, 'cache'),
      FAKE_GO_GATE: join(folder, 'gate'),
      FAKE_GO_MADE: fakeLiveKit,
    };
    const start = spawnStart(t, { folder, env });
    await start.saw(/media server: step 3 of 4/);
    const [link] = await start.saw(/http:\S+\/j\/abc/);
    const told = await (await fetch(new URL('/v1/media-status', link))).json();
    assert.deepEqual(told, { state: 'building', step: 3, of: 4 });
    assert.doesNotMatch(start.output(), /Carillon is running/);
    mkdirSync(env.FAKE_GO_GATE); // lets the build go on
    await start.saw(ready);
    assert.deepEqual(await (await fetch(new URL('/v1/media-status', link))).json(), { state: 'ready' });
    assert.equal(await start.stop(), 0);
    const again = spawnStart(t, { folder, env: { XDG_CACHE_HOME: env.XDG_CACHE_HOME } });
    await again.saw(ready);
    assert.doesNotMatch(again.output(), /step/);
    assert.equal(await again.stop(), 0);
  });

  it('ends a build on Ctrl+C and leaves nothing in the cache', async (t) => {
    const folder = temporaryFolder(t);
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    symlinkSync(new URL('./testing/fake-go.mjs', import.meta.url).pathname, join(bin, 'go'));
    const cache = join(folder, 'cache');
    const env = {
      PATH: `${bin}:${barePath}`,
      XDG_CACHE_HOME: cache,
      FAKE_GO_GATE: join(folder, 'gate'),
      FAKE_GO_MADE: fakeLiveKit,
    };
    const start = spawnStart(t, { folder, env });
    await start.saw(/step 3 of 4/);
    const children = childrenOf(folder);
    assert.equal(await start.stop(), 0);
    assert.deepEqual(children.filter(isRunning), []);
    assert.deepEqual(readdirSync(join(cache, 'carillon')), []);
  });
});
