import { DomainError } from '../domain-error.js';
import type { AppContext } from './app-env.js';

/**
 * Where a reader goes on: the number in `Last-Event-ID`, or null. One that never was, below 1 or beyond the end, is no
 * mistake of form: the stream begins with a reset (event-025, event-026). @throws {DomainError} `invalid_request`
 */
export function lastEventId(c: AppContext): number | null {
  const given = c.req.header('last-event-id');
  if (given === undefined || given === '') return null;
  if (!/^-?\d{1,15}$/.test(given)) throw new DomainError('invalid_request', { fields: ['Last-Event-ID'] });
  return Number(given);
}
