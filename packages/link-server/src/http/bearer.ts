import { CustomerSecret, type AgentRole } from '@carillon/contract';
import type { MiddlewareHandler } from 'hono';
import { mayAct } from '../agent/agent-roles.js';
import { findAgentSession } from '../agent/find-agent-session.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { isApiKey } from '../identity/api-keys.js';
import { hashSecret } from '../transition/hash-secret.js';
import type { AppContext, AppEnv } from './app-env.js';

/** The longest bearer that is looked at; ours have 43 characters. */
const longest = 128;

/** The token of an `Authorization: Bearer …`, or undefined for anything else. Only this one scheme counts. */
export function bearerOf(c: AppContext): string | undefined {
  const [, token] = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  return token !== undefined && token.length <= longest ? token : undefined;
}

/**
 * Lets those in who work here, from a role on. @throws {DomainError} `unauthenticated`, `session_expired`, `forbidden` for
 * a lower role and for a customer's secret
 */
export const requireAgent =
  (deps: Deps, needed: AgentRole = 'agent'): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const bearer = bearerOf(c);
    if (bearer === undefined) throw new DomainError('unauthenticated');
    const session = await findAgentSession(deps, bearer);
    if (!session) throw new DomainError((await isKnown(deps, bearer)) ? 'forbidden' : 'unauthenticated');
    if (session.expiresAt <= deps.now()) throw new DomainError('session_expired');
    if (!mayAct(session.role, needed)) throw new DomainError('forbidden');
    c.set('agentId', session.agentId);
    c.set('role', session.role);
    c.set('bearer', bearer);
    await next();
  };

/** Lets programs with a key in, and everybody who works here. @throws {DomainError} as `requireAgent` */
export const requireAgentOrProgram = (deps: Deps): MiddlewareHandler<AppEnv> => {
  const agent = requireAgent(deps);
  return async (c, next) => {
    const bearer = bearerOf(c);
    if (bearer === undefined || !(await isApiKey(deps, bearer))) return agent(c, next);
    c.set('program', true);
    await next();
    return undefined;
  };
};

/** Lets a browser with a call under this link in. @throws {DomainError} `unauthenticated` without a well-formed secret */
export const requireCustomer: MiddlewareHandler<AppEnv> = async (c, next) => {
  const secret = customerSecretOf(c);
  if (secret === undefined) throw new DomainError('unauthenticated');
  c.set('customer', { code: codeOf(c), secret });
  await next();
};

/** The customer's secret, when a well-formed one came along. */
export function customerSecretOf(c: AppContext): string | undefined {
  const secret = CustomerSecret.safeParse(bearerOf(c));
  return secret.success ? secret.data : undefined;
}

/** The link's code in the path, whatever it looks like. */
export const codeOf = (c: AppContext): string => c.req.param('code') ?? '';

/** Whether a bearer is somebody's, only not one for here. */
const isKnown = async (deps: Deps, bearer: string): Promise<boolean> =>
  (await isApiKey(deps, bearer)) || (await isCustomer(deps, bearer));

const isCustomer = async ({ db }: Deps, secret: string): Promise<boolean> =>
  (await db.read((q) => q.get('select 1 as found from call where customer_hash = $1 limit 1', hashSecret(secret)))) !==
  undefined;
