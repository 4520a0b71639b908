import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { findPostgresql } from '../../scripts/lib/need-postgresql.mjs';
import { startPostgresql } from '../../scripts/lib/start-postgresql.mjs';
import { testKey } from '../../packages/link-server/src/testing/create-test-deps.js';
import { EventFrames } from '../../packages/link-server/src/testing/event-frames.js';
import { startServerProcess, type ServerProcess } from '../../packages/link-server/src/testing/server-process.js';
import {
  startLiveKitServer,
  type LiveKitProcess,
} from '../../packages/link-server/src/testing/start-livekit-server.js';
import {
  createTemporaryFolder,
  removeTemporaryFolder,
} from '../../packages/link-server/src/testing/temporary-folder.js';

const binary = process.env['LIVEKIT_SERVER_BIN'] ?? '';
const programs = findPostgresql();
const skip =
  (!programs && 'runs where PostgreSQL is installed') || (!existsSync(binary) && 'runs with LIVEKIT_SERVER_BIN');

describe('a server whose PostgreSQL crashes and comes back', { skip, timeout: 120_000 }, () => {
  const folder = createTemporaryFolder();
  let postgresql: Awaited<ReturnType<typeof startPostgresql>>;
  let livekit: LiveKitProcess;
  let server: ServerProcess;
  before(async () => {
    [postgresql, livekit] = await Promise.all([startPostgresql(programs ?? ''), startLiveKitServer(binary)]);
    server = await startServerProcess({
      DATABASE_URL: postgresql.url,
      DATA_DIR: folder,
      DEMO: '1',
      LIVEKIT_URL: livekit.url,
      LIVEKIT_API_KEY: testKey.apiKey,
      LIVEKIT_API_SECRET: testKey.apiSecret,
    });
  });
  after(async () => {
    await Promise.all([server?.kill(), livekit?.kill()]);
    await postgresql?.stop();
    removeTemporaryFolder(folder);
  });

  const send = (path: string, bearer: string, body: unknown = {}, method = 'POST') =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify(body),
    });
  const read = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T;
  const setStatus = (bearer: string, status: string) => send(routes.agentStatus, bearer, { status }, 'PUT');

  async function signIn() {
    const token = await read<object>(send(routes.demoToken('ana'), ''));
    const { bearer } = await read<{ bearer: string }>(send(routes.agentSession, '', token));
    await send(routes.agentPresence, bearer);
    return bearer;
  }

  it('says so to those who ask meanwhile, keeps its event streams open, and goes on by itself', async () => {
    const bearer = await signIn();
    await setStatus(bearer, 'active');
    const listening = await fetch(`${server.url}${routes.agentEvents}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    const frames = new EventFrames(listening);
    assert.equal((await frames.next())?.event, 'hello');

    // Some are under way as it crashes: each is answered, and none by a failure of the server's own.
    const underWay = Array.from({ length: 40 }, (_, i) => setStatus(bearer, i % 2 ? 'active' : 'busy'));
    await Promise.race(underWay);
    await postgresql.crash();
    const answers = await Promise.all(underWay);
    for (const { status } of answers) assert.ok(status === 200 || status === 503, `answered ${status}`);

    const refused = await send(routes.agentPresence, bearer);
    assert.equal(refused.status, 503);
    assert.equal(((await refused.json()) as { code: string }).code, 'server_busy');
    assert.ok(Number(refused.headers.get('retry-after')) > 0);

    await postgresql.start();
    const changed = async () => (await setStatus(bearer, 'away')).ok;
    while (!(await changed()));
    // The stream is the one from before, and tells of what came after.
    for (;;) {
      const frame = await frames.next();
      assert.ok(frame, 'the stream has ended');
      if (frame.event === 'agent' && JSON.stringify(frame.data).includes('"away"')) break;
    }
    await frames.cancel();
    assert.deepEqual(
      server.lines.filter((line) => line.includes('"level":"error"')),
      [],
    );
  });
});
