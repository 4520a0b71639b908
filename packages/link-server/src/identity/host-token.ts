import { AgentRole } from '@carillon/contract';
import { jwtVerify, SignJWT } from 'jose';
import { DomainError } from '../domain-error.js';

/** How a host app's tokens are signed and meant. */
export interface HostTokenOptions {
  /** Shared secret for HS256; 32 bytes at least. */
  readonly secret: string;
  readonly issuer: string;
  readonly audience: string;
}

/** A user of the host app. A role in the token can only take away from what the user's record allows; null says nothing. */
export interface HostUser {
  readonly extId: string;
  readonly role: AgentRole | null;
}

/** Verifies a host app's JWT and says which of its users it vouches for. */
export type HostTokenVerifier = (token: string) => Promise<HostUser>;

const subject = /^[A-Za-z0-9._@:+-]{1,128}$/;
/** A claim may be anything; a number would pass the pattern. */
const isSubject = (sub: unknown): sub is string => typeof sub === 'string' && subject.test(sub);
const headerNames = new Set(['alg', 'typ']);
/** Clocks of two servers differ by a little. */
const toleranceSeconds = 10;

/** How long a token that is signed here may be used. */
const lifeSeconds = 60;

const keyOf = (secret: string): Uint8Array => {
  const key = new TextEncoder().encode(secret);
  if (key.byteLength < 32) throw new Error('The secret for host tokens needs at least 32 bytes.');
  return key;
};

/**
 * Takes HS256 only, with exactly our issuer and audience, an expiry, and no header that could name another key
 * (RFC 8725; security.md T11). A token for a customer, or for another tenant, is refused as forbidden.
 */
export function hostTokenVerifier(
  { secret, issuer, audience }: HostTokenOptions,
  now: () => number = Date.now,
): HostTokenVerifier {
  const key = keyOf(secret);
  return async (token) => {
    const verified = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer,
      audience,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: toleranceSeconds,
      currentDate: new Date(now()),
    }).catch((cause: unknown) => {
      throw new DomainError('unauthenticated', { cause });
    });
    const { payload, protectedHeader } = verified;
    // 1e400 in a JSON text is Infinity, which is a number and never in the past.
    if (!Number.isFinite(payload.exp)) throw new DomainError('unauthenticated');
    const typ = protectedHeader.typ ?? 'JWT';
    const foreign = Object.keys(protectedHeader).some((name) => !headerNames.has(name));
    // One that is meant for others as well would be good here wherever it leaked.
    if (foreign || typ.toUpperCase() !== 'JWT' || payload.aud !== audience || !isSubject(payload.sub))
      throw new DomainError('unauthenticated');
    const role = 'role' in payload ? AgentRole.safeParse(payload['role']) : { success: true, data: null };
    if (!role.success || 'tid' in payload) throw new DomainError('forbidden');
    return { extId: payload.sub, role: role.data ?? null };
  };
}

/** Signs tokens as a host app would; the demo issuer and tests do. */
export function hostTokenIssuer({ secret, issuer, audience }: HostTokenOptions, now: () => number = Date.now) {
  const key = keyOf(secret);
  return (extId: string, { role }: { readonly role?: string | undefined } = {}): Promise<string> => {
    const at = Math.floor(now() / 1_000);
    return new SignJWT(role === undefined ? {} : { role })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(extId)
      .setIssuedAt(at)
      .setExpirationTime(at + lifeSeconds)
      .sign(key);
  };
}
