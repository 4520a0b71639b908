import { DomainError } from '../domain-error.js';
import type { AppContext } from './app-env.js';

/** The largest body taken, in bytes: a note of 10,000 characters fits however it is escaped (12 bytes each at most). */
export const bodyLimit = 128 * 1024;

/**
 * Reads a JSON body without ever holding more than the limit.
 * @throws {DomainError} `unsupported_media_type`, `body_too_large`, `invalid_request`
 */
export async function readJson(c: AppContext): Promise<unknown> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new DomainError('unsupported_media_type');
  return parseJson(await readText(c));
}

/** @throws {DomainError} `invalid_request` */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new DomainError('invalid_request', { cause });
  }
}

/** Reads a body as text, within the limit. @throws {DomainError} `body_too_large` */
export async function readText(c: AppContext): Promise<string> {
  const length = c.req.header('content-length');
  if (length !== undefined) {
    if (Number(length) > bodyLimit) throw new DomainError('body_too_large');
    return c.req.text();
  }
  // Sent in chunks of unknown number: counted while they come.
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += (chunk as Uint8Array).byteLength;
    if (bytes > bodyLimit) throw new DomainError('body_too_large');
    text += decoder.decode(chunk as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}
