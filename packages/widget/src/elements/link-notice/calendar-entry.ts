export interface CalendarEntry {
  readonly summary: string;
  readonly start: number;
  readonly end: number;
  /** The address of the link. */
  readonly url: string;
  readonly uid: string;
  readonly now: number;
}

/** Lines of a calendar hold 75 octets (RFC 5545, 3.1). */
const lineOctets = 75;
const breakAt = '\r\n ';

/** An appointment as a calendar file (RFC 5545), with an alarm ten minutes before. */
export function calendarEntry({ summary, start, end, url, uid, now }: CalendarEntry): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Carillon//Call link//EN',
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(url)}`,
    `URL:${url}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT10M',
    `DESCRIPTION:${text(summary)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');
}

const utc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
const text = (value: string) => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Breaks a line where it is too long, never inside a character. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > lineOctets) {
      folded += breakAt;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
