import { expect } from '@open-wc/testing';
import { formatMoment } from './format-moment.js';

/** Browsers differ in their spaces and commas. */
const plain = (text: string) => text.replaceAll(',', '').replace(/\s/gu, ' ');

describe('a point in time', () => {
  const summer = Date.UTC(2026, 6, 1, 12, 30);
  for (const [locale, zone, words] of [
    ['en-GB', 'Europe/Zagreb', 'Wed 1 Jul 14:30 CEST'],
    ['en-US', 'America/New_York', 'Wed Jul 1 8:30 AM EDT'],
    ['de', 'Europe/Berlin', 'Mi. 1. Juli 14:30 MESZ'],
  ] as const)
    it(`is said in the reader’s zone and language: ${locale} (E-19)`, () =>
      expect(plain(formatMoment(summer, locale, zone))).to.equal(words));

  it('names the zone of its own moment, over a change of the clocks', () => {
    const winter = Date.UTC(2026, 11, 1, 12, 30);
    expect(plain(formatMoment(winter, 'en-GB', 'Europe/Zagreb'))).to.equal('Tue 1 Dec 13:30 CET');
  });
});
