import { Weekday, type AllowedHours } from '@carillon/contract';

/** The first Monday of a year that begins with one, to name the days of the week by. */
const monday = Date.UTC(2024, 0, 1);
const dayMs = 24 * 3_600_000;

/** Allowed hours in words: `Mon, Tue, Wed, 09:00–17:00, Europe/Zagreb`. */
export function hoursWords({ days, from, to, timeZone }: AllowedHours, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const names = Weekday.options
    .filter((day) => days.includes(day))
    .map((day) => name.format(monday + Weekday.options.indexOf(day) * dayMs));
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(names);
  return `${list}, ${from}–${to}, ${timeZone.replaceAll('_', ' ')}`;
}
