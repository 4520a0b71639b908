import type { CustomerSecret } from '@carillon/contract';

/** Makes up the secret by which the server knows this browser again: 32 random bytes, base64url. */
export function makeSecret(): CustomerSecret {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
