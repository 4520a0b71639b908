import { sameSecret } from '../http/same-secret.js';
import { signWebhook } from './sign-webhook.js';

/** How far the clock of whoever signs may be from ours (Standard Webhooks). */
const toleranceMs = 5 * 60_000;

export interface SignedBody {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  /** One signature or several, separated by spaces. */
  readonly signature: string | undefined;
  readonly body: string;
}

/** Whether a body was signed with this secret, and not long ago: the counterpart of `signWebhook`. */
export function isSigned({ id, timestamp, signature, body }: SignedBody, secret: string, now: number): boolean {
  if (!id || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false;
  const at = Number(timestamp) * 1_000;
  if (Math.abs(now - at) > toleranceMs) return false;
  const expected = signWebhook({ id, body, at }, [secret])['webhook-signature'] ?? '';
  return signature
    .split(' ')
    .slice(0, 10)
    .some((one) => sameSecret(one, expected));
}
