import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createApp } from './app.js';
import { createCallLink } from './call-link/create-call-link.js';
import { ConfigError, type Config } from './config/read-config.js';
import { demoAgents, ensureDemoCompany } from './demo/demo-company.js';
import type { Deps, Logger } from './deps.js';
import { hostTokenIssuer, hostTokenVerifier, type HostTokenOptions } from './identity/host-token.js';
import { randomIds } from './ids.js';
import { LiveKitServerGateway } from './livekit/livekit-server-gateway.js';
import { webhookVerifier } from './livekit/verify-webhook.js';
import { startReconciling } from './reconcile/reconcile-loop.js';
import { openDataFolder } from './store/data-folder.js';
import { migrate } from './store/migrate.js';
import { openSqliteDatabase } from './store/sqlite-database.js';
import { DatabaseStreamHub } from './stream/database-stream-hub.js';
import { trimTimer } from './stream/trim-events.js';
import { timerHandlers } from './timer/timer-handlers.js';
import { TimerLoop } from './timer/timer-loop.js';
import { setTimer } from './timer/timer.js';
import { LiveKitTokenMinter } from './token/livekit-token-minter.js';

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  /** Of a demo: a link that can be used again and again, and who can sign in. */
  readonly demo: { readonly customerLink: string; readonly agents: typeof demoAgents } | null;
  /** Finishes what is under way, tells streams to come back, and closes. */
  stop(): Promise<void>;
}

/** How long requests under way may take once the server stops. */
const drainMs = 2_500;

/** Builds everything on the configuration and listens. The one place where the parts meet. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const folder = openDataFolder(config.dataFolder);
  const db = await openSqliteDatabase(folder.databasePath);
  await migrate(db, Date.now());
  const streams = new DatabaseStreamHub(db);
  const key = config.livekitKey ?? { apiKey: folder.secrets.livekitApiKey, apiSecret: folder.secrets.livekitApiSecret };
  const hostToken = hostTokenOptions(config, folder.secrets.sessionKey);

  const server = await listen(config);
  const { port } = server.address() as AddressInfo;
  const url = config.publicUrl ?? `http://${config.host}:${port}`;
  const deps: Deps = {
    db,
    now: () => Date.now(),
    ids: randomIds,
    livekit: new LiveKitServerGateway({ url: config.livekitUrl, ...key }),
    tokens: new LiveKitTokenMinter(key),
    streams,
    settings: { ...config.times, publicUrl: url, livekitUrl: config.livekitPublicUrl },
    log,
  };
  const app = createApp(deps, {
    allowedOrigins: config.allowedOrigins,
    verifyHostToken: hostTokenVerifier(hostToken),
    verifyWebhook: webhookVerifier(key),
    issueDemoToken: config.demo ? hostTokenIssuer(hostToken) : null,
    brandName: 'Call',
    assets: { widget: config.widgetFolder ?? widgetFolder() },
    mediaStatusFile: config.mediaStatusFile,
  });
  server.handle = app.fetch;

  if (config.demo) await ensureDemoCompany(deps);
  const timers = new TimerLoop(deps, timerHandlers);
  timers.start();
  await db.tx((q) => setTimer(q, trimTimer, '', deps.now()));
  const reconciler = startReconciling(deps);
  const demo = config.demo ? { customerLink: await demoLink(deps), agents: demoAgents } : null;

  return {
    url,
    demo,
    async stop() {
      app.drain();
      await close(server);
      await reconciler.stop();
      await timers.stop();
      streams.close();
      await db.close();
      folder.release();
    },
  };
}

function hostTokenOptions({ hostToken, demo }: Config, sessionKey: string): HostTokenOptions {
  if (hostToken) return hostToken;
  if (demo) return { secret: sessionKey, issuer: 'carillon-demo', audience: 'carillon' };
  throw new ConfigError(
    'HOST_TOKEN_SECRET is not set: agents have no way to sign in. Set it, or DEMO=1 to try things.',
  );
}

const demoLink = async (deps: Deps): Promise<string> =>
  (await createCallLink(deps, { agentId: null, displayName: 'Marija Horvat', configuration: 'reusable' })).url;

/** The built customer page, in the package of its own; a server that is installed without it serves the API alone. */
function widgetFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('@carillon/widget/cdn/cc-page.js'));
  } catch {
    return null;
  }
}

type HandlingServer = Server & { handle: (request: Request, env?: unknown) => Response | Promise<Response> };

/** Listens before the parts that need the address exist; nothing is answered until they do. */
async function listen({ host, port }: Config): Promise<HandlingServer> {
  const starting = () => new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  const server = createAdaptorServer({
    fetch: (request: Request, env: unknown) => (server.handle ?? starting)(request, env),
  }) as HandlingServer;
  // A client that sends its headers byte by byte holds nothing for long (http-021).
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.listen(port, host);
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => Promise.reject(error as Error)),
  ]);
  return server;
}

/** Closes a server whose clients keep connections open: idle ones again and again, all of them at the end. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const hard = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(hard);
}
