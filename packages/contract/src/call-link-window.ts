import * as z from 'zod/mini';
import { eachOnce } from './each-once.js';
import { EpochMs } from './common.js';

/** The longest a time-frame may be open: 30 days. */
export const maxWindowMs = 30 * 24 * 3_600_000;
/** How far ahead a time-frame may end: 400 days. */
export const maxAheadMs = 400 * 24 * 3_600_000;

const localDateTime = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** Whether the calendar has this day: Date would count on from the 29th of February to the 1st of March. */
const isRealDay = (text: string): boolean => {
  const [, year, month, day] = (localDateTime.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** What a wall clock and a calendar show somewhere, as a date field gives it: `2027-03-28T09:00`. */
export const LocalDateTime = /* @__PURE__ */ z
  .string()
  .check(z.regex(localDateTime), z.refine(isRealDay, 'is no day of the calendar'));
export type LocalDateTime = z.infer<typeof LocalDateTime>;

const zoneName = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,3}$/;

const isKnownZone = (timeZone: string): boolean => {
  try {
    return zoneName.test(timeZone) && new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** An IANA time zone such as `Europe/Zagreb`. */
export const TimeZone = /* @__PURE__ */ z
  .string()
  .check(z.maxLength(64), z.refine(isKnownZone, 'is no known time zone'));
export type TimeZone = z.infer<typeof TimeZone>;

/** An offset from UTC, `+02:00`. It tells apart the two moments at which a clock that is set back shows the same time. */
export const UtcOffset = /* @__PURE__ */ z.string().check(z.regex(/^[+-](0\d|1[0-4]):[0-5]\d$/));
export type UtcOffset = z.infer<typeof UtcOffset>;

/**
 * When a time-frame link is open, by the agent's wall clock: from the start until just before the end. The offsets are
 * needed only where the server has asked which of two moments is meant.
 */
export const TimeFrame = z.strictObject({
  startLocal: LocalDateTime,
  endLocal: LocalDateTime,
  timeZone: TimeZone,
  startOffset: z.optional(UtcOffset),
  endOffset: z.optional(UtcOffset),
});
export type TimeFrame = z.infer<typeof TimeFrame>;

/**
 * One way out of `local_time_gap` and `local_time_ambiguous`: send the local time and the offset back in the place of
 * what was refused.
 */
export const LocalTimeOption = z.object({ local: LocalDateTime, offset: UtcOffset, at: EpochMs });
export type LocalTimeOption = z.infer<typeof LocalTimeOption>;

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof Weekday>;

const clockTime = /* @__PURE__ */ z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/**
 * The hours in which links can be used, every week: on these days from `from` until just before `to`, by the clock of
 * the zone. A range whose end is earlier than its start runs into the next morning and belongs to the day it begins on.
 * `00:00` to `24:00` is the whole day.
 */
export const AllowedHours = /* @__PURE__ */ z
  .strictObject({
    timeZone: TimeZone,
    days: /* @__PURE__ */ z
      .array(Weekday)
      .check(z.minLength(1), z.maxLength(7), z.refine(eachOnce, 'names a day twice')),
    from: clockTime,
    to: z.union([clockTime, z.literal('24:00')]),
  })
  .check(z.refine(({ from, to }) => from !== to, { error: 'is no time at all', path: ['to'] }));
export type AllowedHours = z.infer<typeof AllowedHours>;
