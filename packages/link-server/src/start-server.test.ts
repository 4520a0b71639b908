import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { Webhook } from 'standardwebhooks';
import { ConfigError, readConfig } from './config/read-config.js';
import { startServer } from './start-server.js';
import { FolderInUseError } from './store/lock-file.js';
import { EventFrames } from './testing/event-frames.js';
import { MemoryLogger } from './testing/memory-logger.js';
import { startWebhookReceiver } from './testing/webhook-receiver.js';
import { newWebhookSecret } from './webhook/create-endpoint.js';
import { createTemporaryFolder, removeTemporaryFolder } from './testing/temporary-folder.js';

/** Nothing listens there: a server starts without LiveKit and reconciles later. */
const livekit = { LIVEKIT_URL: 'ws://127.0.0.1:1' };

describe('a server', () => {
  let folder: string;
  beforeEach(() => (folder = createTemporaryFolder()));
  afterEach(() => removeTemporaryFolder(folder));

  const environment = (more: Record<string, string> = {}) => ({ DATA_DIR: folder, PORT: '0', ...livekit, ...more });
  const start = (more: Record<string, string> = {}) => startServer(readConfig(environment(more)), new MemoryLogger());

  it('listens, answers, and with DEMO=1 has a link and agents to try', async () => {
    const server = await start({ DEMO: '1' });
    assert.equal((await fetch(`${server.url}${routes.health}`)).status, 200);
    const ready = await fetch(`${server.url}${routes.ready}`);
    assert.deepEqual(
      [ready.status, await ready.json()],
      [503, { status: 'unavailable', database: true, media: false }],
    );
    const code = new URL(server.demo?.customerLink ?? '').pathname.slice(3);
    const view = (await (await fetch(`${server.url}${routes.join(code)}`)).json()) as { state: string };
    assert.equal(view.state, 'available');
    for (const { key } of server.demo?.agents ?? []) {
      const headers = { 'content-type': 'application/json' };
      const token = await fetch(`${server.url}${routes.demoToken(key)}`, { method: 'POST', headers, body: '{}' });
      const session = { method: 'POST', headers, body: await token.text() };
      assert.equal((await fetch(`${server.url}${routes.agentSession}`, session)).status, 201);
    }
    await server.stop();
  });

  it('keeps everything over a restart, and lets a stream go with a bye', async () => {
    const first = await start({ DEMO: '1' });
    const code = new URL(first.demo?.customerLink ?? '').pathname.slice(3);
    const headers = { 'content-type': 'application/json' };
    const token = await fetch(`${first.url}${routes.demoToken('ana')}`, { method: 'POST', headers, body: '{}' });
    const session = { method: 'POST', headers, body: await token.text() };
    const { bearer } = (await (await fetch(`${first.url}${routes.agentSession}`, session)).json()) as {
      bearer: string;
    };
    const authorization = { headers: { authorization: `Bearer ${bearer}` } };
    const frames = new EventFrames(await fetch(`${first.url}${routes.agentEvents}`, authorization));
    assert.equal((await frames.next())?.event, 'hello');
    await first.stop();
    assert.equal((await frames.next())?.event, 'bye');
    const second = await start({ DEMO: '1' });
    assert.equal((await fetch(`${second.url}${routes.join(code)}`)).status, 200);
    await second.stop();
    await assert.rejects(fetch(`${second.url}${routes.health}`));
  });

  it('sends signed webhooks to the address it is given', async () => {
    const receiver = await startWebhookReceiver();
    const secret = newWebhookSecret();
    const arrived = new Promise<void>((resolve) => {
      receiver.answer = (response) => (response.writeHead(204).end(), resolve());
    });
    const server = await start({ DEMO: '1', WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: secret });
    await arrived;
    await server.stop();
    const { body = '', headers = {} } = receiver.received[0] ?? {};
    const { type } = new Webhook(secret).verify(body, headers as Record<string, string>) as { type: string };
    assert.equal(type, 'link.created');
    await receiver.close();
  });

  it('does not start twice on one folder, nor leave it taken after a failure', async () => {
    const first = await start({ DEMO: '1' });
    await assert.rejects(start({ DEMO: '1' }), FolderInUseError);
    await first.stop();
    await assert.rejects(start(), ConfigError);
    await (await start({ DEMO: '1' })).stop();
  });

  describe('as a process', () => {
    const children: ChildProcess[] = [];
    afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

    function run(more: Record<string, string>) {
      const main = fileURLToPath(new URL('main.ts', import.meta.url));
      const child = spawn(process.execPath, ['--conditions=@carillon/source', '--import', 'tsx', main], {
        env: { PATH: process.env['PATH'], ...environment(more) },
      });
      children.push(child);
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      let complaint = '';
      child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
      const exit = once(child, 'close').then(([code]) => ({ code: code as number | null, complaint }));
      const line = async () => JSON.parse((await lines.next()).value as string) as Record<string, unknown>;
      return { child, exit, line };
    }

    // A process takes seconds to start from its sources: as few as can be, and at the same time.
    it('says first where it listens, then the demo; ends well when told to; names what is wrong and exits 1', async (t) => {
      const other = createServer().listen(0, '127.0.0.1');
      t.after(() => other.close());
      await once(other, 'listening');
      const { port } = other.address() as { port: number };
      const [good, open, busy] = [
        run({ DEMO: '1' }),
        run({ HOST: '0.0.0.0', LIVEKIT_URL: '' }),
        run({ DEMO: '1', PORT: String(port), DATA_DIR: join(folder, 'second') }),
      ];
      const listening = await good.line();
      assert.deepEqual([listening['event'], Object.keys(listening)], ['listening', ['event', 'url']]);
      const demo = await good.line();
      assert.deepEqual([demo['event'], typeof demo['customerLink']], ['demo', 'string']);
      good.child.kill('SIGTERM');
      assert.equal((await good.exit).code, 0);

      const refused = await open.exit;
      assert.equal(refused.code, 1);
      const all = 'PUBLIC_URL, LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, ALLOWED_ORIGINS';
      const host = 'HOST_TOKEN_ISSUER, HOST_TOKEN_AUDIENCE, HOST_TOKEN_SECRET or HOST_TOKEN_JWKS_URL';
      assert.equal(refused.complaint, `A public server needs these settings: ${all}, ${host}.\n`);
      const complaint = `Port ${port} is in use. Stop what listens there, or set PORT.\n`;
      assert.deepEqual(await busy.exit, { code: 1, complaint });
    });
  });
});
