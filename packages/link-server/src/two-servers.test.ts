import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { newSecret } from './testing/call-center.js';
import { testKey } from './testing/create-test-deps.js';
import { EventFrames, type EventFrame } from './testing/event-frames.js';
import { createTestSchema, postgresqlUrl, withoutPostgresql, type TestSchema } from './store/test-schema.js';
import { rollingRestart } from './testing/rolling-restart.js';
import { startServerProcess, type ServerProcess } from './testing/server-process.js';
import { startLiveKitServer, type LiveKitProcess } from './testing/start-livekit-server.js';
import { createTemporaryFolder, removeTemporaryFolder } from './testing/temporary-folder.js';

const binary = process.env['LIVEKIT_SERVER_BIN'] ?? '';
const skip = withoutPostgresql || (!existsSync(binary) && 'runs with LIVEKIT_SERVER_BIN');

describe('two servers on one PostgreSQL', { skip }, () => {
  const folder = createTemporaryFolder();
  let schema: TestSchema;
  let livekit: LiveKitProcess;
  const servers: ServerProcess[] = [];
  let one: ServerProcess;
  let two: ServerProcess;
  let start: () => Promise<ServerProcess>;

  before(async () => {
    [schema, livekit] = await Promise.all([createTestSchema(), startLiveKitServer(binary)]);
    const settings = {
      DATABASE_URL: `${postgresqlUrl}?options=${encodeURIComponent(`-c search_path=${schema.schema}`)}`,
      DATA_DIR: folder,
      DEMO: '1',
      LIVEKIT_URL: livekit.url,
      LIVEKIT_API_KEY: testKey.apiKey,
      LIVEKIT_API_SECRET: testKey.apiSecret,
      CARILLON_RING_MS: '5000',
      // A thousand come to one link at once, and one agent makes links by the second: none is to be turned away for that.
      RATE_LIMIT_LINK: '100000',
      RATE_LIMIT_LINKS_PER_AGENT: '100000',
    };
    // Together: the schema is made once, and both use the same secrets.
    start = async () => {
      const server = await startServerProcess(settings);
      servers.push(server);
      return server;
    };
    [one, two] = await Promise.all([start(), start()]);
  });
  after(async () => {
    await Promise.all([...servers, ...(livekit ? [livekit] : [])].map((process) => process.kill()));
    await schema?.remove();
    removeTemporaryFolder(folder);
  });

  const post = (server: ServerProcess, path: string, bearer: string, body: unknown = {}, method = 'POST') =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify(body),
    });
  const read = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T;

  /** An agent who signs in at a server and is Active. */
  async function agent(server: ServerProcess, key: string) {
    const token = await read<object>(post(server, routes.demoToken(key), ''));
    const { bearer } = await read<{ bearer: string }>(post(server, routes.agentSession, '', token));
    await post(server, routes.agentPresence, bearer);
    await post(server, routes.agentStatus, bearer, { status: 'active' }, 'PUT');
    return bearer;
  }

  /** Frames of a stream until one is what is looked for, that one included. */
  async function framesUntil(frames: EventFrames, is: (frame: EventFrame) => boolean) {
    const found: EventFrame[] = [];
    for (let frame = await frames.next(); frame; frame = await frames.next()) {
      found.push(frame);
      if (is(frame)) return found;
    }
    throw new Error('The stream ended before.');
  }
  const offerIs = (state: string) => (frame: EventFrame) =>
    frame.event === 'offer' && (frame.data as { state: string }).state === state;

  it('let one of 1,000 customers in, who come to both; ring at an agent of the other; and let a timer go off once', async () => {
    const bearer = await agent(one, 'ana');
    const listening = await fetch(`${two.url}${routes.agentEvents}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    const frames = new EventFrames(listening);
    assert.equal((await frames.next())?.event, 'hello');

    const { url } = await read<{ url: string }>(post(one, routes.links, bearer, { displayName: 'Marija' }));
    const code = url.slice(url.lastIndexOf('/') + 1);
    const redeem = async (i: number) => {
      const secret = newSecret();
      const once = () => post(i % 2 ? one : two, routes.join(code), secret, { medium: 'audio' });
      // A server may close a connection that was idle just as it is used again: then, as browsers do, a second time.
      for (;;) {
        const answer = await once().catch(once);
        await answer.arrayBuffer();
        // Too much to do at once is said, and a request that took too long to be sent: both mean to come again.
        if (answer.status !== 503 && answer.status !== 408) return answer.status;
      }
    };
    const statuses = await Promise.all(Array.from({ length: 1_000 }, (_, i) => redeem(i)));
    const times: Record<number, number> = {};
    for (const status of statuses) times[status] = (times[status] ?? 0) + 1;
    assert.deepEqual(times, { 201: 1, 409: 999 });

    const rung = await framesUntil(frames, offerIs('ringing'));
    assert.equal(rung.filter(({ event }) => event === 'offer').length, 1);
    await framesUntil(frames, offerIs('missed'));
    await frames.cancel();

    const db = await schema.open();
    const count = (sql: string) => db.read((q) => q.get<{ n: number }>(sql));
    assert.deepEqual(await count(`select count(*) as n from conversation_event where type = 'offer_missed'`), { n: 1 });
    assert.deepEqual(await count(`select count(*) as n from call`), { n: 1 });
    await db.close();
    const errors = servers.flatMap(({ lines }) => lines.filter((line) => line.includes('"level":"error"')));
    assert.deepEqual(errors, []);
  });

  it('are replaced one after the other under load: no request fails, no page misses anything', async () => {
    const all = await rollingRestart(start, { perSecond: 50, seconds: 6 });
    assert.deepEqual([all.failed, all.missed, all.twice], [[], 0, 0]);
    // How many had to come back depends on how many were there before the first server went.
    assert.ok(all.requests === 300 && all.resumed > 0 && all.events > 0, JSON.stringify(all));
  });

  it('let an agent answer at one whose stream is at the other, once', async () => {
    const bearer = await agent(two, 'ben');
    const { url } = await read<{ url: string }>(post(two, routes.links, bearer, { displayName: 'Luka' }));
    const listening = await fetch(`${one.url}${routes.agentEvents}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    const frames = new EventFrames(listening);
    await frames.next();
    await post(two, routes.join(url.slice(url.lastIndexOf('/') + 1)), newSecret(), { medium: 'audio' });
    const ringing = (await framesUntil(frames, offerIs('ringing'))).at(-1)?.data as { id: string };
    const accept = async (i: number) => (await post(i % 2 ? one : two, routes.offerAccept(ringing.id), bearer)).status;
    const statuses = await Promise.all(Array.from({ length: 200 }, (_, i) => accept(i)));
    assert.equal(statuses.filter((status) => status === 200).length, 1);
    assert.equal(statuses.filter((status) => status === 409).length, 199);
    await framesUntil(frames, offerIs('accepted'));
    await frames.cancel();
  });
});
