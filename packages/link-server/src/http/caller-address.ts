import { getConnInfo } from '@hono/node-server/conninfo';
import type { AppContext } from './app-env.js';

/** Address of the peer, or `local` where there is no socket, as in a test. Forwarding headers are not believed. */
export function callerAddress(c: AppContext): string {
  try {
    return getConnInfo(c).remote.address ?? 'local';
  } catch {
    return 'local';
  }
}
