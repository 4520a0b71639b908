import { LocalDateTime, maxAheadMs, maxWindowMs } from '@carillon/contract';
import { asUtc } from './local-time.js';

/** What is wrong with a time-frame: the field it is about, and the key of the sentence. */
export interface TimeFrameProblem {
  readonly field: 'start' | 'end';
  readonly key:
    | 'start-missing'
    | 'end-missing'
    | 'end-before-start'
    | 'end-past'
    | 'frame-too-long'
    | 'frame-too-far'
    | 'frame-refused';
}

const problem = (field: TimeFrameProblem['field'], key: TimeFrameProblem['key']): TimeFrameProblem => ({ field, key });
const isTime = (text: string) => LocalDateTime.safeParse(text).success;

/**
 * Why a time-frame cannot be asked for, in local times of one zone; null when it can (LNK-9). The server looks again,
 * and knows which of two moments is meant where a clock is set back: to the hour before, this lets it decide.
 */
export function timeFrameProblem(
  { start, end }: { readonly start: string; readonly end: string },
  localNow: string,
): TimeFrameProblem | null {
  if (!isTime(start)) return problem('start', 'start-missing');
  if (!isTime(end)) return problem('end', 'end-missing');
  const [from, to, now] = [asUtc(start), asUtc(end), asUtc(localNow)];
  if (to <= from) return problem('end', 'end-before-start');
  if (to <= now) return problem('end', 'end-past');
  if (to - from > maxWindowMs) return problem('end', 'frame-too-long');
  if (to - now > maxAheadMs) return problem('end', 'frame-too-far');
  return null;
}
