/** A point in time in the reader's zone and language, with the zone's name: `24 Nov 2026, 14:30 CET` (spec E-19). */
export function formatMoment(at: number, locale: string, timeZone?: string): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  };
  return new Intl.DateTimeFormat(locale, options).format(at);
}
