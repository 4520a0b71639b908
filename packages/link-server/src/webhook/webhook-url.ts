import { isIP } from 'node:net';
import { DomainError } from '../domain-error.js';
import { isForbiddenAddress, isLoopback, type WebhookReach } from './forbidden-address.js';

const refuse = () => new DomainError('invalid_request', { fields: ['url'] });

/** A host as an address, where it is one: `[::1]` without its brackets. */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/**
 * Reads the address of an endpoint: https on its own port, without a user, and no address that is not public. A name is
 * looked up each time it is called, and what it leads to is checked then. @throws {DomainError} `invalid_request`
 */
export function webhookUrl(text: string, reach: WebhookReach): URL {
  if (!URL.canParse(text) || text !== text.trim()) throw refuse();
  const url = new URL(text);
  const host = bareHost(url);
  if (url.username || url.password || url.hash) throw refuse();
  const local = host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && isLoopback(host));
  const open = reach === 'private' || (reach === 'loopback' && local);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && open)) throw refuse();
  if (url.port !== '' && !open) throw refuse();
  if (!open && (local || (isIP(host) !== 0 && isForbiddenAddress(host, reach)))) throw refuse();
  return url;
}
