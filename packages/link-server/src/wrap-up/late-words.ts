import { DomainError } from '../domain-error.js';
import type { WrapUpRow } from '../transition/rows.js';

/** How long what was being typed when the time ran out may still arrive (E-33). */
const lateMs = 600_000;

/**
 * Whether what arrives is late: the wrap-up's time has run out. After *Close* nothing more is taken, and nothing long
 * after its time. @throws {DomainError} `wrapup_closed`
 */
export function isLate({ closed_at, closed_by }: WrapUpRow, now: number): boolean {
  if (closed_at === null) return false;
  if (closed_by === 'agent' || closed_at + lateMs <= now) throw new DomainError('wrapup_closed');
  return true;
}
