import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild, type Child } from './child.js';
import { livekitKey, livekitSecret } from './livekit.js';

const main = fileURLToPath(new URL('../../packages/link-server/dist/main.js', import.meta.url));

/** The real link-server in a process of its own, on a data folder of its own. */
export interface LinkServer {
  readonly url: string;
  /** Everything it has logged so far, over all its starts. */
  readonly log: () => string;
  /** Ends it as a crash or a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

export interface LinkServerOptions {
  readonly host?: string;
  readonly port: number;
  readonly livekitUrl: string;
  readonly deskOrigin: string;
  readonly env?: Record<string, string>;
}

export async function startLinkServer({
  host = '127.0.0.1',
  port,
  livekitUrl,
  deskOrigin,
  env = {},
}: LinkServerOptions): Promise<LinkServer> {
  const folder = await mkdtemp(join(tmpdir(), 'carillon-e2e-'));
  const url = `http://${host}:${port}`;
  const children: Child[] = [];
  const start = async () => {
    const child = startChild(process.execPath, ['--enable-source-maps', main], {
      HOST: host,
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: folder,
      LIVEKIT_URL: livekitUrl,
      LIVEKIT_API_KEY: livekitKey,
      LIVEKIT_API_SECRET: livekitSecret,
      ALLOWED_ORIGINS: deskOrigin,
      DEMO: '1',
      ...env,
    });
    children.push(child);
    await child.line(/"event":"listening"/);
  };
  await start();
  return {
    url,
    start,
    log: () => children.flatMap((child) => child.output).join('\n'),
    kill: async () => children.at(-1)?.stop('SIGKILL'),
    async stop() {
      await children.at(-1)?.stop('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
