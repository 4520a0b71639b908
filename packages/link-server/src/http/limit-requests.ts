import type { MiddlewareHandler } from 'hono';
import { DomainError } from '../domain-error.js';
import { hashSecret } from '../transition/hash-secret.js';
import type { AppContext, AppEnv } from './app-env.js';
import { codeOf } from './bearer.js';
import { createRateLimit, type RateLimit } from './rate-limit.js';

/** How often a minute. */
export interface RequestLimits {
  /** Requests from one address. */
  readonly perAddress: number;
  /** Attempts to start a call with one link. */
  readonly perLink: number;
  /** Links that one agent makes (T9): whoever took over a session cannot send a flood of them. */
  readonly linksPerAgent: number;
}

/** A customer's page asks every few seconds and an agent's too: hundreds of people fit behind one address. */
export const defaultLimits: RequestLimits = Object.freeze({ perAddress: 3_000, perLink: 60, linksPerAgent: 30 });

/** Allows each address so many requests a minute. One without an address, on this machine itself, is not counted. */
export function limitByAddress(
  most: number,
  now: () => number,
  addressOf: (c: AppContext) => string,
): MiddlewareHandler<AppEnv> {
  const limit = createRateLimit({ most, perMs: 60_000, now });
  return async (c, next) => {
    const address = addressOf(c);
    if (!isOwn(address)) spend(limit, address);
    await next();
  };
}

/** Allows so many attempts a minute with each link, from wherever. Links are remembered by their hash. */
export function limitByLink(most: number, now: () => number): MiddlewareHandler<AppEnv> {
  const limit = createRateLimit({ most, perMs: 60_000, now });
  return async (c, next) => {
    spend(limit, hashSecret(codeOf(c).slice(0, 64)));
    await next();
  };
}

/** Allows the browser of each customer so many a minute: many customers may have one link. */
export function limitByCustomer(most: number, now: () => number): MiddlewareHandler<AppEnv> {
  const limit = createRateLimit({ most, perMs: 60_000, now });
  return async (c, next) => {
    const { code, secret } = c.get('customer');
    spend(limit, hashSecret(`${code} ${secret}`));
    await next();
  };
}

/** Allows each agent so many a minute. A program, which signs in by its API key, is not counted. */
export function limitByAgent(most: number, now: () => number): MiddlewareHandler<AppEnv> {
  const limit = createRateLimit({ most, perMs: 60_000, now });
  return async (c, next) => {
    if (!c.get('program')) spend(limit, c.get('agentId'));
    await next();
  };
}

/** Counts one request of somebody. @throws {DomainError} `rate_limited` once their allowance is used up */
function spend(limit: RateLimit, who: string): void {
  if (!limit.allows(who)) throw new DomainError('rate_limited');
  limit.count(who);
}

const isOwn = (address: string) => address === 'local' || address.startsWith('127.') || address === '0:0:0:0::/64';
