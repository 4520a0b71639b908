import { AgentRole } from '@carillon/contract';
import type { HostTokenOptions } from '../identity/host-token.js';
import type { RoleClaim } from '../identity/role-of-claim.js';
import { ConfigError } from './config-error.js';
import { urlOf, type Environment } from './url-of.js';

/** How the host app signs its tokens; null where nothing is set. @throws {ConfigError} */
export function readHostToken(env: Environment): HostTokenOptions | null {
  const secret = env['HOST_TOKEN_SECRET'];
  const jwksUrl = urlOf(env, 'HOST_TOKEN_JWKS_URL', ['https:', 'http:']);
  const claims = {
    issuer: env['HOST_TOKEN_ISSUER'] || 'host',
    audience: env['HOST_TOKEN_AUDIENCE'] || 'carillon',
    role: readRoleClaim(env),
  };
  if (secret && jwksUrl !== null)
    throw new ConfigError('HOST_TOKEN_SECRET and HOST_TOKEN_JWKS_URL exclude each other: set one of them.');
  if (jwksUrl !== null) {
    if (!isSafe(jwksUrl)) throw new ConfigError('HOST_TOKEN_JWKS_URL has to begin with https:, or be on this machine.');
    return { ...claims, jwksUrl };
  }
  if (!secret) return null;
  if (Buffer.byteLength(secret) < 32) throw new ConfigError('HOST_TOKEN_SECRET is too short: 32 bytes at least.');
  return { ...claims, secret };
}

/** Whoever can change the keys on their way can sign in as anybody. */
const isSafe = (url: string): boolean =>
  url.startsWith('https:') || ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname);

function readRoleClaim(env: Environment): RoleClaim {
  const given = env['HOST_TOKEN_ROLES'];
  const name = env['HOST_TOKEN_ROLE_CLAIM'] || 'role';
  if (!given) return { name, words: null };
  const words: Record<string, AgentRole> = {};
  for (const pair of given.split(',')) {
    const [, word, role] = /^\s*([^=\s]+)=(\w+)\s*$/.exec(pair) ?? [];
    const known = AgentRole.safeParse(role);
    if (word === undefined || !known.success)
      throw new ConfigError('HOST_TOKEN_ROLES has to be like crm-admin=admin,crm-lead=supervisor,crm=agent.');
    words[word] = known.data;
  }
  return { name, words };
}
