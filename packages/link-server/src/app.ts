import { Hono } from 'hono';
import { companyName } from './company/company-name.js';
import type { Deps } from './deps.js';
import { demoRoutes } from './demo/demo-routes.js';
import { DomainError } from './domain-error.js';
import type { AppContext, AppEnv } from './http/app-env.js';
import { EventStreams } from './http/event-streams.js';
import { everyApiRequest, everyRequest } from './http/chain.js';
import { allowedMethods } from './http/allowed-methods.js';
import { answerProblem } from './http/problem.js';
import { createRateLimit } from './http/rate-limit.js';
import { addressGroup, clientAddress } from './http/client-address.js';
import { callerAddress } from './http/caller-address.js';
import { defaultLimits, type RequestLimits } from './http/limit-requests.js';
import { createMetrics } from './metrics/metrics.js';
import type { HostTokenVerifier } from './identity/host-token.js';
import { openApiRoutes } from './openapi/openapi-routes.js';
import { assetRoutes } from './page/asset-routes.js';
import { pageRoutes } from './page/page-routes.js';
import { accountRoutes } from './routes/account-routes.js';
import { agentRoutes } from './routes/agent-routes.js';
import { apiKeyRoutes } from './routes/api-key-routes.js';
import { backgroundRoutes } from './routes/background-routes.js';
import { callbackRoutes } from './routes/callback-routes.js';
import { callRoutes } from './routes/call-routes.js';
import { conversationRoutes } from './routes/conversation-routes.js';
import { healthRoutes } from './routes/health-routes.js';
import { joinRoutes } from './routes/join-routes.js';
import { linkConfigurationRoutes } from './routes/link-configuration-routes.js';
import { linkRoutes } from './routes/link-routes.js';
import { inboundMailRoutes, mailRoutes } from './routes/mail-routes.js';
import { offerRoutes } from './routes/offer-routes.js';
import { peopleRoutes } from './routes/people-routes.js';
import { pictureRoutes } from './routes/picture-routes.js';
import { queueRoutes } from './routes/queue-routes.js';
import { settingsRoutes } from './routes/settings-routes.js';
import { soundRoutes } from './routes/sound-routes.js';
import { webhookRoutes, type WebhookVerifier } from './routes/webhook-routes.js';
import { webhookEndpointRoutes } from './routes/webhook-endpoint-routes.js';
import type { WebhookReach } from './webhook/forbidden-address.js';
import { DatabaseUnavailableError } from './store/database.js';
import { wrapUpRoutes } from './routes/wrap-up-routes.js';

export interface AppOptions {
  /** Origins, besides our own, whose pages may call the API. */
  readonly allowedOrigins: readonly string[];
  readonly verifyHostToken: HostTokenVerifier;
  readonly verifyWebhook: WebhookVerifier;
  /** Plays the host app; null on every server that is no demo. */
  readonly issueDemoToken: ((extId: string) => Promise<string>) | null;
  readonly brandName: string;
  /** Folders of files under `/assets/<name>/`; null where there are none. */
  readonly assets: Readonly<Record<string, string | null>>;
  readonly mediaStatusFile: string | null;
  /** Proxies whose `X-Forwarded-For` is believed: addresses and networks. */
  readonly trustedProxies?: readonly string[];
  readonly limits?: RequestLimits;
  /** How far webhooks may go; the internet unless said otherwise. */
  readonly webhookReach?: WebhookReach;
  /** What signs the answers that come by e-mail; null: none are taken. */
  readonly inboundMailSecret?: string | null;
  /** Who may read `/metrics` from another machine; null: nobody. */
  readonly metricsToken?: string | null;
  /** Whether to measure the process too: once in each. */
  readonly measureProcess?: boolean;
}

export interface App {
  readonly fetch: Hono<AppEnv>['fetch'];
  readonly request: Hono<AppEnv>['request'];
  /** Every route it answers, for the tests that hold the route table to it. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** From now on not ready, and every stream is told to come back elsewhere. */
  drain(): void;
}

/** How many wrong link codes an address may try a minute (security.md T1). */
const wrongCodesPerMinute = 10;

/** Puts the server's HTTP face together. What it stands on is in `deps`; it starts nothing by itself. */
export function createApp(deps: Deps, options: AppOptions): App {
  const streams = new EventStreams(deps);
  const wrongCodes = createRateLimit({ most: wrongCodesPerMinute, perMs: 60_000, now: deps.now });
  const { publicUrl, livekitUrl } = deps.settings;
  const metrics = createMetrics(deps, { streams: () => streams.size, process: options.measureProcess ?? false });
  const clientOf = clientAddress(options.trustedProxies ?? []);
  const addressOf = (c: AppContext) => addressGroup(clientOf(callerAddress(c), c.req.header('x-forwarded-for')));
  const { perAddress, perLink, linksPerAgent } = options.limits ?? defaultLimits;
  const secure = publicUrl.startsWith('https:');
  let draining = false;

  const app = new Hono<AppEnv>()
    .onError((error, c) => {
      if (error instanceof DomainError) {
        if (error.code === 'method_not_allowed') c.header('allow', allowedMethods(app.routes, c.req.path).join(', '));
        return answerProblem(c, error);
      }
      if (error instanceof DatabaseUnavailableError) return answerProblem(c, new DomainError('server_busy'));
      deps.log.error('request_failed', {
        requestId: c.get('requestId'),
        method: c.req.method,
        error: error.name,
        message: error.message,
      });
      return answerProblem(c, new DomainError('internal'));
    })
    .notFound((c) => {
      const methods = allowedMethods(app.routes, c.req.path);
      if (methods.length === 0) return answerProblem(c, new DomainError('not_found'));
      c.header('allow', methods.join(', '));
      return answerProblem(c, new DomainError('method_not_allowed'));
    })
    .use(...everyRequest({ metrics, log: deps.log, secure }))
    .use(
      '/v1/*',
      ...everyApiRequest({ now: deps.now, origins: options.allowedOrigins, publicUrl, perAddress, addressOf }),
    )
    .route('/v1/join', joinRoutes(deps, { streams, wrongCodes, perLink, addressOf }))
    .route('/v1/agent', agentRoutes(deps, { streams, verifyHostToken: options.verifyHostToken }))
    .route('/v1/agent/background', backgroundRoutes(deps))
    .route('/v1/offers', offerRoutes(deps))
    .route('/v1/calls', callRoutes(deps))
    .route('/v1/wrapups', wrapUpRoutes(deps))
    .route('/v1/queues', queueRoutes(deps))
    .route('/v1/agents', accountRoutes(deps))
    .route('/v1/api-keys', apiKeyRoutes(deps))
    .route('/v1/links', linkRoutes(deps, { linksPerAgent }))
    .route('/v1/link-configurations', linkConfigurationRoutes(deps))
    .route('/v1/pictures', pictureRoutes(deps))
    .route('/v1/sounds', soundRoutes(deps))
    .route('/v1/callbacks', callbackRoutes(deps))
    .route('/v1/conversations', conversationRoutes(deps))
    .route('/v1/mails', mailRoutes(deps))
    .route('/v1/inbound-mail', inboundMailRoutes(deps, options.inboundMailSecret ?? null))
    .route('/v1/people', peopleRoutes(deps))
    .route('/v1/settings', settingsRoutes(deps, options.brandName))
    .route('/v1/webhook-endpoints', webhookEndpointRoutes(deps, options.webhookReach ?? 'public'))
    .route('/v1/livekit-webhook', webhookRoutes(deps, options.verifyWebhook))
    .route('/openapi.json', openApiRoutes())
    .route('/j', pageRoutes({ companyName: companyName(deps, options.brandName), livekitUrl, secure }))
    .route('/assets', assetRoutes(options.assets))
    .route(
      '/',
      healthRoutes(deps, {
        draining: () => draining,
        mediaStatusFile: options.mediaStatusFile,
        metrics,
        metricsToken: options.metricsToken ?? null,
      }),
    );
  if (options.issueDemoToken) app.route('/v1/demo', demoRoutes(options.issueDemoToken));

  return {
    fetch: app.fetch,
    request: app.request,
    routes: app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path })),
    drain() {
      draining = true;
      streams.closeAll();
    },
  };
}
