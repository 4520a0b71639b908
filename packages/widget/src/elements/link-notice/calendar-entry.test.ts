import { expect } from '@open-wc/testing';
import { calendarEntry, type CalendarEntry } from './calendar-entry.js';

const entry = (changes: Partial<CalendarEntry> = {}) =>
  calendarEntry({
    summary: 'Call with Nordlicht Energie',
    start: Date.UTC(2027, 0, 2, 9),
    end: Date.UTC(2027, 0, 2, 10),
    url: 'https://calls.example/j/abcdefghijklmnopqrstuQ',
    uid: 'one@calls.example',
    now: Date.UTC(2027, 0, 1),
    ...changes,
  });
const lines = (file: string) => file.split('\r\n');

describe('an appointment as a calendar file', () => {
  it('holds when it is, what it is and the address of the link', () => {
    expect(lines(entry())).to.include.members([
      'BEGIN:VCALENDAR',
      'DTSTAMP:20270101T000000Z',
      'DTSTART:20270102T090000Z',
      'DTEND:20270102T100000Z',
      'SUMMARY:Call with Nordlicht Energie',
      'URL:https://calls.example/j/abcdefghijklmnopqrstuQ',
      'TRIGGER:-PT10M',
      'END:VCALENDAR',
    ]);
  });

  it('ends each line as calendars want it', () => expect(entry().replaceAll('\r\n', '')).not.to.match(/[\r\n]/));

  it('lets nobody write lines of their own into it', () => {
    const file = entry({ summary: 'a;b,c\\d\nATTACH:https://evil.example' });
    expect(file).to.contain('SUMMARY:a\\;b\\,c\\\\d\\nATTACH:https://evil.example');
    expect(lines(file).some((line) => line.startsWith('ATTACH'))).to.equal(false);
  });

  it('breaks long lines at 75 octets, and never inside a character', () => {
    const summary = 'Übergrößenträger '.repeat(12);
    const file = entry({ summary });
    for (const line of lines(file)) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    expect(file.replaceAll('\r\n ', '')).to.contain(`SUMMARY:${summary}`);
  });
});
