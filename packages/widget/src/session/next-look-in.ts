import type { LinkSnapshot } from './link-snapshot.js';
import { screenFor } from './screen-for.js';

/** How long after a failed look the link is looked at again. */
const retryMs = 10_000;
/** A timer counts no further than 24 days; what is left then is waited for again. */
const longestMs = 2 ** 31 - 1;

/** Milliseconds until what a notice says may have changed: the link opens (spec §3.4), the service is back; else null. */
export function nextLookIn(snapshot: LinkSnapshot, now: number): number | null {
  const screen = screenFor(snapshot);
  if (screen.name !== 'notice') return null;
  if (screen.notice === 'offline') return retryMs;
  if (screen.notice !== 'not-open' && screen.notice !== 'outside-hours') return null;
  const opensIn = (snapshot.view?.opensAt ?? 0) - now - snapshot.clockOffsetMs;
  return Math.min(Math.max(0, opensIn) + 50, longestMs);
}
