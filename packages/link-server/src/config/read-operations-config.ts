import { clientAddress } from '../http/client-address.js';
import { defaultLimits, type RequestLimits } from '../http/limit-requests.js';
import type { Retention } from '../retention/retention.js';
import { ConfigError } from './config-error.js';
import { listOf } from './list-of.js';
import type { Environment } from './url-of.js';
import { wholeNumber } from './whole-number.js';

/** What whoever runs the server decides about it. */
export interface OperationsConfig {
  readonly trustedProxies: readonly string[];
  readonly limits: RequestLimits;
  readonly metricsToken: string | null;
  readonly retention: Retention;
  /** How long requests under way may take once the server is told to end. */
  readonly drainMs: number;
}

/** @throws {ConfigError} */
export function readOperationsConfig(env: Environment): OperationsConfig {
  const trustedProxies = listOf(env, 'TRUSTED_PROXIES');
  try {
    clientAddress(trustedProxies);
  } catch {
    throw new ConfigError('TRUSTED_PROXIES has to be addresses or networks such as 10.0.0.0/8, separated by commas.');
  }
  const metricsToken = env['METRICS_TOKEN'] || null;
  if (metricsToken !== null && metricsToken.length < 16)
    throw new ConfigError('METRICS_TOKEN is too short: 16 characters at least.');
  return {
    trustedProxies,
    limits: {
      perAddress: count(env, 'RATE_LIMIT_ADDRESS') ?? defaultLimits.perAddress,
      perLink: count(env, 'RATE_LIMIT_LINK') ?? defaultLimits.perLink,
      linksPerAgent: count(env, 'RATE_LIMIT_LINKS_PER_AGENT') ?? defaultLimits.linksPerAgent,
    },
    metricsToken,
    drainMs: count(env, 'DRAIN_MS') ?? 10_000,
    retention: {
      callsDays: count(env, 'RETENTION_CALLS_DAYS'),
      conversationsDays: count(env, 'RETENTION_CONVERSATIONS_DAYS'),
    },
  };
}

const count = (env: Environment, name: string): number | null => wholeNumber(env, name, 1, 1_000_000);
