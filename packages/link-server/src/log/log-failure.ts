import type { LogFields, Logger } from '../deps.js';
import { DatabaseUnavailableError } from '../store/database.js';

/**
 * Logs work of the server's own that failed and is done again later. A database that has too much to do, or is away for
 * a moment, is a warning: nothing is lost by it. Anything else is an error that somebody has to look at.
 */
export function logFailure(log: Logger, event: string, error: unknown, fields: LogFields = {}): void {
  const name = error instanceof Error ? error.name : 'unknown';
  log[error instanceof DatabaseUnavailableError ? 'warn' : 'error'](event, { ...fields, error: name });
}
