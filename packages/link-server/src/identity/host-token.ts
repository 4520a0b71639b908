import { ExternalId, type AgentRole } from '@carillon/contract';
import { errors, jwtVerify, SignJWT, type JWTVerifyGetKey } from 'jose';
import { DomainError } from '../domain-error.js';
import { remoteKeys } from './remote-keys.js';
import { roleOfClaim, type RoleClaim } from './role-of-claim.js';

/** What every token of the host app has to say. */
interface Claims {
  readonly issuer: string;
  readonly audience: string;
  /** Where a token says what its user may do; by default `role`, in our own words. */
  readonly role?: RoleClaim;
}

/** Tokens signed with a secret that both sides have; 32 bytes at least. */
export interface SharedSecret extends Claims {
  readonly secret: string;
}

/** Tokens signed with a key of the host app's identity provider, which publishes its public halves. */
export interface PublishedKeys extends Claims {
  readonly jwksUrl: string;
}

/** How a host app's tokens are signed and meant. */
export type HostTokenOptions = SharedSecret | PublishedKeys;

/** A user of the host app. A role in the token can only take away from what the user's record allows; null says nothing. */
export interface HostUser {
  readonly extId: string;
  readonly role: AgentRole | null;
}

/** Verifies a host app's JWT and says which of its users it vouches for. */
export type HostTokenVerifier = (token: string) => Promise<HostUser>;

/** A claim may be anything; a user's id is what an administrator can enter for them. */
const isSubject = (sub: unknown): sub is string => ExternalId.safeParse(sub).success;
/** Clocks of two servers differ by a little. */
const toleranceSeconds = 10;
/** A token is exchanged at once: one that is good for longer than this was made for something else. */
const longestLifeSeconds = 2 * 3_600;

/** How long a token that is signed here may be used. */
const lifeSeconds = 60;

const keyOf = (secret: string): Uint8Array => {
  const key = new TextEncoder().encode(secret);
  if (key.byteLength < 32) throw new Error('The secret for host tokens needs at least 32 bytes.');
  return key;
};

/** By what tokens are checked. The kind of key decides the algorithms, never the token (RFC 8725 §3.1). */
function trustOf(options: HostTokenOptions) {
  if ('secret' in options) {
    const key = keyOf(options.secret);
    const getKey: JWTVerifyGetKey = () => Promise.resolve(key);
    return { getKey, algorithms: ['HS256'], headerNames: new Set(['alg', 'typ']) };
  }
  const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
  return { getKey: remoteKeys(options.jwksUrl), algorithms, headerNames: new Set(['alg', 'typ', 'kid']) };
}

/**
 * Takes tokens by exactly our issuer for exactly our audience, with an expiry, a start and no header that could name
 * another key (RFC 8725; security.md T11). A token for a customer, or for another tenant, is refused as forbidden.
 */
export function hostTokenVerifier(options: HostTokenOptions, now: () => number = Date.now): HostTokenVerifier {
  const { getKey, algorithms, headerNames } = trustOf(options);
  const { issuer, audience } = options;
  return async (token) => {
    const { payload, protectedHeader } = await jwtVerify(token, getKey, {
      algorithms,
      issuer,
      audience,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: toleranceSeconds,
      currentDate: new Date(now()),
    }).catch((cause: unknown) => {
      if (cause instanceof DomainError) throw cause;
      throw new DomainError('unauthenticated', cause instanceof errors.JOSEError ? { cause } : {});
    });
    const typ = protectedHeader.typ ?? 'JWT';
    const foreign = Object.keys(protectedHeader).some((name) => !headerNames.has(name));
    // One that is meant for others as well would be good here wherever it leaked.
    if (foreign || typ.toUpperCase() !== 'JWT' || payload.aud !== audience || !isSubject(payload.sub))
      throw new DomainError('unauthenticated');
    if (!isBrief(payload, now())) throw new DomainError('unauthenticated');
    if ('tid' in payload) throw new DomainError('forbidden');
    return { extId: payload.sub, role: roleOfClaim(payload, options.role) };
  };
}

/** Whether a token says from when it holds, not in the future, and holds for a short time from then on. */
function isBrief({ nbf, iat, exp }: { nbf?: number; iat?: number; exp?: number }, now: number): boolean {
  const start = nbf ?? iat;
  // 1e400 in a JSON text is Infinity, which is a number and never in the past.
  if (exp === undefined || start === undefined || !Number.isFinite(exp) || !Number.isFinite(start)) return false;
  return exp - start <= longestLifeSeconds && Math.max(start, iat ?? start) <= now / 1_000 + toleranceSeconds;
}

/** Signs tokens as a host app would; the demo issuer and tests do. */
export function hostTokenIssuer({ secret, issuer, audience }: SharedSecret, now: () => number = Date.now) {
  const key = keyOf(secret);
  return (extId: string, { role }: { readonly role?: string | undefined } = {}): Promise<string> => {
    const at = Math.floor(now() / 1_000);
    return new SignJWT(role === undefined ? {} : { role })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(extId)
      .setIssuedAt(at)
      .setNotBefore(at)
      .setExpirationTime(at + lifeSeconds)
      .sign(key);
  };
}
