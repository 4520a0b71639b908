import type { TimelineEntry } from '@carillon/contract';

export interface LogDay {
  /** `2026-11-29`, in the reader's time zone. */
  readonly key: string;
  readonly at: number;
  readonly entries: readonly TimelineEntry[];
}

const two = (value: number) => String(value).padStart(2, '0');

const dayKey = (at: number): string => {
  const day = new Date(at);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

/** Entries in the order they have, in groups of one day of the reader's each. */
export function byDay(entries: readonly TimelineEntry[]): readonly LogDay[] {
  const days = new Map<string, { at: number; entries: TimelineEntry[] }>();
  for (const entry of entries) {
    const key = dayKey(entry.at);
    const day = days.get(key) ?? { at: entry.at, entries: [] };
    day.entries.push(entry);
    days.set(key, day);
  }
  return [...days].map(([key, day]) => ({ key, ...day }));
}

/** A day as people say it: today and yesterday by name, others by date. */
export function dayName(at: number, now: number, locale: string): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  // Days of 23 and 25 hours, where a clock is set, are days.
  const ago = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (ago === 0 || ago === 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day');
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(at);
}
