import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { forgetStreamsBefore, forgetStreamsOf } from './agent/agent-streams.js';
import { awaitAgents } from './agent/await-agents.js';
import { ensureAdmin } from './agent/ensure-admin.js';
import { createApp } from './app.js';
import { createCallLink } from './call-link/create-call-link.js';
import { ensureDefaultConfiguration } from './call-link/ensure-default-configuration.js';
import { linkExpiryTimer } from './call-link/sweep-expired-links.js';
import { ConfigError, type Config } from './config/read-config.js';
import { demoAgents, demoBrand, ensureDemoCompany } from './demo/demo-company.js';
import type { Deps, Logger } from './deps.js';
import { listen } from './http/listen.js';
import { hostTokenIssuer, hostTokenVerifier } from './identity/host-token.js';
import { randomIds } from './ids.js';
import { LiveKitServerGateway } from './livekit/livekit-server-gateway.js';
import { webhookVerifier } from './livekit/verify-webhook.js';
import { MailLoop } from './mail/mail-loop.js';
import { smtpMailer } from './mail/smtp-mailer.js';
import { createRouter } from './queue/router.js';
import { onRetentionTimer, retentionTimer } from './retention/retention.js';
import { startReconciling } from './reconcile/reconcile-loop.js';
import { migrate } from './store/migrate.js';
import { openStore } from './store/open-store.js';
import { DatabaseStreamHub } from './stream/database-stream-hub.js';
import { startLookingForEvents } from './stream/look-for-events.js';
import { trimTimer } from './stream/trim-events.js';
import { steadyClock } from './time/steady-clock.js';
import { timerHandlers } from './timer/timer-handlers.js';
import { TimerLoop } from './timer/timer-loop.js';
import { setTimer } from './timer/timer.js';
import { ensureConfiguredEndpoint } from './webhook/ensure-configured-endpoint.js';
import { postWebhook } from './webhook/post-webhook.js';
import { WebhookLoop } from './webhook/webhook-loop.js';
import { LiveKitTokenMinter } from './token/livekit-token-minter.js';

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  /** Of a demo: a link that can be used again and again, and who can sign in. */
  readonly demo: { readonly customerLink: string; readonly agents: typeof demoAgents } | null;
  /** Finishes what is under way, tells streams to come back, and closes. */
  stop(): Promise<void>;
}

/** Builds everything on the configuration and listens. The one place where the parts meet. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const opened: (() => unknown)[] = [];
  /** Closes what was opened, the last first. */
  const closeAll = async () => {
    for (let close = opened.pop(); close; close = opened.pop()) await close();
  };
  try {
    return await start(config, log, opened, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function start(
  config: Config,
  log: Logger,
  opened: (() => unknown)[],
  closeAll: () => Promise<void>,
): Promise<RunningServer> {
  const store = await openStore(config);
  opened.push(() => store.close());
  const { db, secrets } = store;
  const key = config.livekitKey ?? { apiKey: secrets.livekitApiKey, apiSecret: secrets.livekitApiSecret };
  const demoToken = config.demo ? { secret: secrets.sessionKey, ...demoIssuer } : null;
  const hostToken = config.hostToken ?? demoToken;
  if (!hostToken) throw new ConfigError(noHostToken);
  await migrate(db, Date.now());
  const streams = new DatabaseStreamHub(db);
  opened.push(() => streams.close());
  const lookout = startLookingForEvents(db, streams, log);
  opened.push(() => lookout.stop());

  const listener = await listen(config);
  const url =
    config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${listener.port}`;
  const deps: Deps = {
    db,
    serverId: randomIds.id('srv'),
    now: steadyClock(),
    ids: randomIds,
    livekit: new LiveKitServerGateway({ url: config.livekitUrl, ...key }),
    tokens: new LiveKitTokenMinter(key),
    streams,
    router: createRouter(),
    settings: {
      ...config.times,
      publicUrl: url,
      livekitUrl: config.livekitPublicUrl,
      mailDomain: config.mail?.from.address.split('@')[1] ?? null,
    },
    log,
  };
  const brandName = config.brandName ?? (config.demo ? demoBrand.name : 'Call');
  const app = createApp(deps, {
    allowedOrigins: config.allowedOrigins,
    verifyHostToken: hostTokenVerifier(hostToken),
    verifyWebhook: webhookVerifier(key),
    issueDemoToken: demoToken && hostToken === demoToken ? hostTokenIssuer(demoToken) : null,
    brandName,
    assets: { widget: config.widgetFolder ?? widgetFolder() },
    mediaStatusFile: config.mediaStatusFile,
    trustedProxies: config.operations.trustedProxies,
    limits: config.operations.limits,
    webhookReach: config.webhook.reach,
    inboundMailSecret: config.mail?.inboundSecret ?? null,
    metricsToken: config.operations.metricsToken,
    measureProcess: true,
  });
  await forgetStreamsBefore(deps);
  await awaitAgents(deps);
  opened.push(() => forgetStreamsOf(deps));
  const timers = new TimerLoop(deps, {
    ...timerHandlers,
    [retentionTimer]: onRetentionTimer(config.operations.retention),
  });
  opened.push(() => timers.stop());
  const webhooks = new WebhookLoop(deps, (message) => postWebhook(message, config.webhook));
  opened.push(() => webhooks.stop());
  const mails = config.mail ? new MailLoop(deps, smtpMailer(config.mail)) : null;
  opened.push(() => mails?.stop());
  const reconciler = startReconciling(deps);
  opened.push(() => reconciler.stop());
  opened.push(() => listener.close(config.operations.drainMs));

  if (config.demo) await ensureDemoCompany(deps);
  await ensureDefaultConfiguration(deps, { brandName });
  if (config.adminId !== null) await ensureAdmin(deps, config.adminId);
  await db.tx((q) => setTimer(q, trimTimer, '', deps.now()));
  await db.tx((q) => setTimer(q, linkExpiryTimer, '', deps.now()));
  await db.tx((q) => setTimer(q, retentionTimer, '', deps.now()));
  await ensureConfiguredEndpoint(deps, config.webhook.endpoint);
  webhooks.start();
  mails?.start();
  timers.start();
  listener.serve(app.fetch);
  const demo = config.demo ? { customerLink: await demoLink(deps), agents: demoAgents } : null;

  return {
    url,
    demo,
    async stop() {
      app.drain();
      await closeAll();
    },
  };
}

/** Who plays the host app in a demo. */
const demoIssuer = { issuer: 'carillon-demo', audience: 'carillon' };
const noHostToken =
  'Agents have no way to sign in. Set HOST_TOKEN_SECRET or HOST_TOKEN_JWKS_URL, or DEMO=1 to try things.';

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
