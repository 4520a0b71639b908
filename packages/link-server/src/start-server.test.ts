import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { ConfigError, readConfig } from './config/read-config.js';
import { startServer } from './start-server.js';
import { FolderInUseError } from './store/lock-file.js';
import { MemoryLogger } from './testing/memory-logger.js';
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
    assert.equal((await fetch(`${server.url}${routes.ready}`)).status, 200);
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
    await first.stop();
    const second = await start({ DEMO: '1' });
    assert.equal((await fetch(`${second.url}${routes.join(code)}`)).status, 200);
    await second.stop();
    await assert.rejects(fetch(`${second.url}${routes.health}`));
  });

  it('does not start twice on one folder, nor leave it taken after a failure', async () => {
    const first = await start({ DEMO: '1' });
    await assert.rejects(start({ DEMO: '1' }), FolderInUseError);
    await first.stop();
    await assert.rejects(start(), ConfigError);
    await (await start({ DEMO: '1' })).stop();
  });

  describe('as a process', () => {
    function run(more: Record<string, string>) {
      const main = fileURLToPath(new URL('main.ts', import.meta.url));
      const child = spawn(process.execPath, ['--conditions=@carillon/source', '--import', 'tsx', main], {
        env: { PATH: process.env['PATH'], ...environment(more) },
      });
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      let complaint = '';
      child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
      const exit = once(child, 'close').then(([code]) => ({ code: code as number | null, complaint }));
      const line = async () => JSON.parse((await lines.next()).value as string) as Record<string, unknown>;
      return { child, exit, line };
    }

    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      it(`says first where it listens, then the demo, and ends well on ${signal}`, async () => {
        const { child, exit, line } = run({ DEMO: '1' });
        const listening = await line();
        assert.deepEqual(Object.keys(listening), ['event', 'url']);
        assert.equal(listening['event'], 'listening');
        const demo = await line();
        assert.deepEqual([demo['event'], typeof demo['customerLink']], ['demo', 'string']);
        child.kill(signal);
        assert.equal((await exit).code, 0);
      });

    it('names the setting that is missing, and exits 1', async () => {
      const { code, complaint } = await run({ HOST: '0.0.0.0' }).exit;
      assert.equal(code, 1);
      assert.match(complaint, /^A public server needs these settings: PUBLIC_URL, /);
    });

    it('names the port that is busy, and exits 1', async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as { port: number };
      const { code, complaint } = await run({ DEMO: '1', PORT: String(port) }).exit;
      assert.deepEqual([code, complaint], [1, `Port ${port} is in use. Stop what listens there, or set PORT.\n`]);
      other.close();
    });
  });
});
