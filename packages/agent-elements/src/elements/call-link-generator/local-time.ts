/** What a wall clock and a calendar show somewhere at a moment, as a date field has it: `2027-03-28T09:00`. */
export function localTimeAt(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** A wall clock's reading as if it were UTC, to reckon with; NaN for what is no local time. */
export const asUtc = (local: string): number => Date.parse(`${local}Z`);

/**
 * The moment of a local time, near enough to show: where a clock is set forward or back, the server decides which
 * moment is meant. NaN for what is no local time.
 */
export function momentOf(local: string, timeZone: string): number {
  const wanted = asUtc(local);
  if (Number.isNaN(wanted)) return NaN;
  let at = wanted;
  for (let round = 0; round < 2; round++) at -= asUtc(localTimeAt(at, timeZone)) - wanted;
  return at;
}

/** The zone of this browser's clock. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zones that this browser knows, by name. */
export const timeZones = (): readonly string[] => Intl.supportedValuesOf('timeZone');

/** From one moment to another in somebody's zone and words, with the zone's name. */
export function formatSpan(start: number, end: number, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  }).formatRange(start, end);
}
