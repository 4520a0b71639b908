import type { AllowedHours } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { hoursWords } from './hours-words.js';

const hours = (changes: Partial<AllowedHours> = {}): AllowedHours => ({
  timeZone: 'Europe/Zagreb',
  days: ['mon', 'fri'],
  from: '09:00',
  to: '17:00',
  ...changes,
});

describe('allowed hours in words', () => {
  it('name days, times and the zone', () =>
    expect(hoursWords(hours(), 'en')).to.equal('Mon, Fri, 09:00–17:00, Europe/Zagreb'));

  it('name the days in the order of the week and in the reader’s language', () =>
    expect(hoursWords(hours({ days: ['sun', 'mon'] }), 'de')).to.match(/^Mo.*So, 09:00–17:00/));

  it('run to the end of the day', () =>
    expect(hoursWords(hours({ from: '00:00', to: '24:00', timeZone: 'America/New_York' }), 'en')).to.contain(
      '00:00–24:00, America/New York',
    ));
});
