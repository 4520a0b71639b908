import { maxAheadMs, maxWindowMs, type CallLinkKind, type TimeFrame } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import { resolveLocalTime } from '../time/resolve-local-time.js';

/** From when to when a link can be used, half-open; and what the agent typed, where they chose the times. */
export interface LinkWindow {
  readonly opensAt: number | null;
  readonly expiresAt: number;
  readonly timeZone: string | null;
  readonly startLocal: string | null;
  readonly endLocal: string | null;
}

export interface WantedWindow {
  readonly kind: CallLinkKind;
  readonly lifeMs: number;
  readonly expiresInMs?: number | undefined;
  readonly timeFrame?: TimeFrame | undefined;
}

/**
 * The window of a new link. A time-frame is asked for where the kind is one and nowhere else (LNK-4, LNK-10); its end
 * comes after its start and is not past (LNK-9). @throws {DomainError} `invalid_request`, `local_time_gap`, `local_time_ambiguous`
 */
export function linkWindow({ kind, lifeMs, expiresInMs, timeFrame }: WantedWindow, now: number): LinkWindow {
  if ((timeFrame !== undefined) !== (kind === 'time-frame')) throw invalid('timeFrame');
  if (timeFrame) return frameWindow(timeFrame, now);
  const life = kind === 'expiry' ? (expiresInMs ?? lifeMs) : lifeMs;
  return { opensAt: null, expiresAt: now + life, timeZone: null, startLocal: null, endLocal: null };
}

function frameWindow(frame: TimeFrame, now: number): LinkWindow {
  const { startLocal, endLocal, timeZone, startOffset, endOffset } = frame;
  const opensAt = momentOf({ local: startLocal, timeZone, offset: startOffset }, 'start');
  const expiresAt = momentOf({ local: endLocal, timeZone, offset: endOffset }, 'end');
  if (expiresAt <= opensAt || expiresAt <= now) throw invalid('timeFrame.endLocal');
  if (expiresAt - opensAt > maxWindowMs || expiresAt - now > maxAheadMs) throw invalid('timeFrame.endLocal');
  return { opensAt, expiresAt, timeZone, startLocal, endLocal };
}

function momentOf(given: Parameters<typeof resolveLocalTime>[0], which: 'start' | 'end'): number {
  const found = resolveLocalTime(given);
  if (found.kind === 'moment') return found.at;
  if (found.kind === 'impossible') throw invalid(`timeFrame.${which}Offset`);
  throw new DomainError(`local_time_${found.kind}`, { fields: [`timeFrame.${which}Local`], options: found.options });
}

const invalid = (field: string) => new DomainError('invalid_request', { fields: [field] });
