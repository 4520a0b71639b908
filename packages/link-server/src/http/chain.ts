import type { MiddlewareHandler } from 'hono';
import type { Logger } from '../deps.js';
import type { Metrics } from '../metrics/metrics.js';
import type { AppContext, AppEnv } from './app-env.js';
import { cors } from './cors.js';
import { limitByAddress } from './limit-requests.js';
import { requestGuard } from './request-guard.js';
import { apiHeaders, commonHeaders } from './security-headers.js';
import { watchRequests } from './watch-requests.js';

type Chain = [MiddlewareHandler<AppEnv>, MiddlewareHandler<AppEnv>, MiddlewareHandler<AppEnv>];

/** What every request goes through, in this order: counted and logged, headers that protect, a body of a sane size. */
export const everyRequest = (options: {
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly secure: boolean;
}): Chain => [watchRequests(options.metrics, options.log), commonHeaders(options), requestGuard];

/** What a request to the API goes through besides: never cached, other origins let in or not, so many a minute. */
export const everyApiRequest = (options: {
  readonly now: () => number;
  readonly origins: readonly string[];
  readonly publicUrl: string;
  readonly perAddress: number;
  readonly addressOf: (c: AppContext) => string;
}): Chain => [
  apiHeaders,
  cors(options.origins, options.publicUrl),
  limitByAddress(options.perAddress, options.now, options.addressOf),
];
