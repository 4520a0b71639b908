import type { AllowedHours, Weekday } from '@carillon/contract';
import { Temporal } from 'temporal-polyfill';

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Two weeks hold the next opening of every week's hours, also where a change of the clock swallows a whole range. */
const daysAhead = 15;

/**
 * The first moment from `at` on that lies in the allowed hours: `at` itself inside them; null when there is none within
 * two weeks. Each day's range is taken as two moments, so that an hour that a clock skips is not waited for, and one
 * that it repeats is not closed in between.
 */
export function openingFrom(hours: AllowedHours, at: number): number | null {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(hours.timeZone).toPlainDate();
  // Yesterday's range may run past midnight.
  for (let day = -1; day <= daysAhead; day++) {
    const date = today.add({ days: day });
    const weekday = weekdays[date.dayOfWeek - 1];
    if (!weekday || !hours.days.includes(weekday)) continue;
    const { opens, closes } = rangeOf(hours, date);
    if (at < opens && opens < closes) return opens;
    if (at >= opens && at < closes) return at;
  }
  return null;
}

/** Half-open, [opens, closes). */
function rangeOf({ from, to, timeZone }: AllowedHours, date: Temporal.PlainDate) {
  const lastDay = to <= from || to === '24:00' ? date.add({ days: 1 }) : date;
  const moment = (day: Temporal.PlainDate, time: string) =>
    day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  return { opens: moment(date, from), closes: moment(lastDay, to === '24:00' ? '00:00' : to) };
}
