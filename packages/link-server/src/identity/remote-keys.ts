import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { DomainError } from '../domain-error.js';

export interface RemoteKeysOptions {
  /** How long keys are used before they are asked for again: a key that was withdrawn is refused after that. */
  readonly maxAgeMs?: number;
  /** How long an unknown key id waits before it may make us ask again, so that nobody can make us ask all the time. */
  readonly cooldownMs?: number;
}

/**
 * The keys that an identity provider publishes, asked for when first needed and kept. A key id that is not among them
 * makes us ask again, at most once in a while. @throws {DomainError} `sign_in_unavailable` where they cannot be had
 */
export function remoteKeys(
  url: string,
  { maxAgeMs = 600_000, cooldownMs = 30_000 }: RemoteKeysOptions = {},
): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: maxAgeMs,
    cooldownDuration: cooldownMs,
    timeoutDuration: 3_000,
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (cause) {
      // The token's fault: no key of that id and kind. Anything else is the provider's, or the way's to it.
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JOSENotSupported) throw cause;
      if (cause instanceof errors.JWKSMultipleMatchingKeys) throw cause;
      throw new DomainError('sign_in_unavailable', { cause });
    }
  };
}
