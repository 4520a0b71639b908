import { DomainError } from '../domain-error.js';
import type { AppContext } from './app-env.js';

/**
 * Reads a body, and never holds more of it than the limit: one that says its length is refused before it is read, one
 * that comes in chunks of unknown number is counted while it comes. @throws {DomainError} `body_too_large`
 */
export async function readBytes(c: AppContext, limit: number): Promise<Uint8Array> {
  const length = c.req.header('content-length');
  if (length !== undefined && Number(length) > limit) throw new DomainError('body_too_large');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += (chunk as Uint8Array).byteLength;
    if (bytes > limit) throw new DomainError('body_too_large');
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks, bytes);
}
