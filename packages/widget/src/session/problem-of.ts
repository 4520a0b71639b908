import { errorCode } from '@carillon/call';

/** The server's stable code; `offline` when it was not reached. */
export function problemOf(error: unknown): string {
  const code = errorCode(error);
  return error instanceof TypeError && code === 'internal' ? 'offline' : code;
}
