import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { request, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { EventFrames } from './testing/event-frames.js';
import { signIn, startServerProcess } from './testing/demo-process.js';
import { createTemporaryFolder, removeTemporaryFolder } from './testing/temporary-folder.js';

/** What a server has left: no lock, and no log that holds anything (on Node 20 empty ones stay). */
const leftIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('-shm') && !(name.endsWith('-wal') && statSync(join(folder, name)).size === 0))
    .sort();

describe('a server that is told to end', () => {
  let folder: string;
  const children: ChildProcess[] = [];
  beforeEach(() => (folder = createTemporaryFolder()));
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    removeTemporaryFolder(folder);
  });
  const start = async (more: Record<string, string> = {}) => {
    const server = await startServerProcess(folder, more);
    children.push(server.child);
    return server;
  };

  /** A request whose body is not sent yet: it is under way until `finish`. */
  async function underWay(url: string, bearer: string) {
    const body = '{"displayName":"Late"}';
    const sending = request(`${url}${routes.links}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        expect: '100-continue',
      },
    });
    const answer = once(sending, 'response').then(([response]) => (response as IncomingMessage).statusCode);
    sending.flushHeaders();
    // The server has read the head and waits for the body.
    await once(sending, 'continue');
    sending.write(body.slice(0, 5));
    return { answer, finish: () => sending.end(body.slice(5)) };
  }

  it('answers what is under way, sends streams elsewhere, leaves a closed database, and misses nothing', async () => {
    const first = await start();
    const bearers = await Promise.all(['ana', 'ana', 'ben'].map((agent) => signIn(first.url, agent)));
    const streams = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const bearer = bearers[n % bearers.length] ?? '';
        const headers = { authorization: `Bearer ${bearer}` };
        const frames = new EventFrames(await fetch(`${first.url}${routes.agentEvents}`, { headers }));
        const hello = await frames.next();
        return { bearer, frames, position: (hello?.data as { position: number }).position };
      }),
    );
    const requests = await Promise.all(Array.from({ length: 10 }, () => underWay(first.url, bearers[0] ?? '')));

    first.child.kill('SIGTERM');
    for (const { frames } of streams) {
      let frame = await frames.next();
      while (frame && frame.event !== 'bye') frame = await frames.next();
      assert.deepEqual([frame?.event, frame?.retry], ['bye', 300]);
      assert.equal(await frames.next(), undefined);
    }
    await assert.rejects(fetch(`${first.url}${routes.health}`), 'nothing new is taken');
    for (const { finish } of requests) finish();
    assert.deepEqual(await Promise.all(requests.map(({ answer }) => answer)), Array(10).fill(201));
    assert.equal(await first.exit, 0);
    assert.deepEqual(leftIn(folder), ['carillon.db', 'secrets.json']);

    const second = await start();
    const bearer = streams[0]?.bearer ?? '';
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    await fetch(`${second.url}${routes.agentPresence}`, { method: 'POST', headers, body: '{}' });
    const again = { ...headers, 'last-event-id': String(streams[0]?.position) };
    const frames = new EventFrames(await fetch(`${second.url}${routes.agentEvents}`, { headers: again }));
    assert.equal((await frames.next())?.event, 'hello');
    assert.equal((await frames.next())?.id, (streams[0]?.position ?? 0) + 1);
    second.child.kill('SIGTERM');
    assert.equal(await second.exit, 0);
  });

  it('ends all the same when a request never does', async () => {
    const server = await start({ DRAIN_MS: '1000' });
    const { answer } = await underWay(server.url, await signIn(server.url, 'ana'));
    const dropped = assert.rejects(answer);
    const told = performance.now();
    server.child.kill('SIGTERM');
    await dropped;
    assert.equal(await server.exit, 0);
    assert.ok(performance.now() - told > 900, 'it was waited for');
    assert.deepEqual(leftIn(folder), ['carillon.db', 'secrets.json']);
  });
});
