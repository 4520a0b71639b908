import { lookup as dnsLookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isForbiddenAddress, type WebhookReach } from './forbidden-address.js';
import { bareHost, webhookUrl } from './webhook-url.js';

/** What came of an attempt: the receiver's status, or why there is none. */
export type WebhookOutcome = { readonly status: number } | { readonly error: WebhookError };
export type WebhookError = 'address_forbidden' | 'timeout' | 'unreachable' | 'url_forbidden';

export interface PostWebhook {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostWebhookOptions {
  readonly reach: WebhookReach;
  readonly timeoutMs?: number;
  /** Looks up a name; the system's resolver unless given. */
  readonly resolve?: (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
}

/** How much of an answer is read: nothing in it matters but the status. */
const mostRead = 64 * 1024;

class ForbiddenAddress extends Error {}

/**
 * Sends a webhook once. The name is looked up at this moment, every address it leads to is checked, and the connection
 * goes to the one that was checked: a name that changes its mind meanwhile leads nowhere else. Redirects are not
 * followed, and a receiver that never ends is left.
 */
export async function postWebhook(
  { url: text, headers, body }: PostWebhook,
  { reach, timeoutMs = 10_000, resolve = (host) => dnsLookup(host, { all: true }) }: PostWebhookOptions,
): Promise<WebhookOutcome> {
  let url: URL;
  try {
    url = webhookUrl(text, reach);
  } catch {
    return { error: 'url_forbidden' };
  }
  const host = bareHost(url);
  // No look-up happens for a literal address: it is checked here.
  if (isIP(host) !== 0 && isForbiddenAddress(host, reach)) return { error: 'address_forbidden' };
  const lookup: LookupFunction = (name, { all }, callback) => {
    resolve(name).then(
      (found) => {
        if (found.length === 0 || found.some(({ address }) => isForbiddenAddress(address, reach)))
          callback(new ForbiddenAddress(), []);
        else if (all) callback(null, [...found]);
        else callback(null, found[0]?.address ?? '', found[0]?.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error('look-up failed'), []),
    );
  };
  const signal = AbortSignal.timeout(timeoutMs);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise<WebhookOutcome>((done) => {
    const request = send(url, {
      method: 'POST',
      agent: false,
      signal,
      lookup,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Carillon-Webhooks/1',
        ...headers,
      },
    });
    request.on('error', (error) => {
      if (signal.aborted) done({ error: 'timeout' });
      else done({ error: error instanceof ForbiddenAddress ? 'address_forbidden' : 'unreachable' });
    });
    request.on('response', (response) => {
      readSome(response, () => {
        done({ status: response.statusCode ?? 0 });
        request.destroy();
      });
    });
    request.end(body);
  });
}

/** Reads an answer to its end, or as much of it as anybody may send us. */
function readSome(response: IncomingMessage, done: () => void): void {
  let read = 0;
  response.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > mostRead) done();
  });
  response.on('end', done);
  response.on('error', done);
}
