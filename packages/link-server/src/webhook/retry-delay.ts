const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Pauses between attempts: from seconds to a day, over three days (Standard Webhooks). */
const pauses = Object.freeze([
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
]);

/**
 * How long to wait after so many failed attempts, up to a tenth more, so that those who failed together do not come back
 * together; null once it is given up. `random` is from 0 up to 1.
 */
export function retryDelayMs(failed: number, random: number): number | null {
  const pause = pauses[failed - 1];
  return pause === undefined ? null : Math.round(pause * (1 + random / 10));
}
