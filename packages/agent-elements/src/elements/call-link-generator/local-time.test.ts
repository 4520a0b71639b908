import { expect } from '@open-wc/testing';
import { asUtc, formatSpan, localTimeAt, momentOf, ownTimeZone, timeZones } from './local-time.js';

describe('local times', () => {
  for (const [at, zone, local] of [
    ['2027-01-02T10:00:00Z', 'Europe/Zagreb', '2027-01-02T11:00'],
    ['2027-07-02T10:00:00Z', 'Europe/Zagreb', '2027-07-02T12:00'],
    ['2027-01-01T23:30:00Z', 'Asia/Kolkata', '2027-01-02T05:00'],
    ['2027-01-01T05:00:00Z', 'America/New_York', '2027-01-01T00:00'],
    ['2027-01-01T00:00:00Z', 'Pacific/Kiritimati', '2027-01-01T14:00'],
  ] as const)
    it(`show ${local} in ${zone} at ${at}, and lead back`, () => {
      expect(localTimeAt(Date.parse(at), zone)).to.equal(local);
      expect(momentOf(local, zone)).to.equal(Date.parse(at));
    });

  it('lead to a moment of the hour where a clock is set back, whichever', () => {
    const found = momentOf('2027-10-31T02:30', 'Europe/Zagreb');
    expect([Date.parse('2027-10-31T00:30:00Z'), Date.parse('2027-10-31T01:30:00Z')]).to.include(found);
  });

  it('are no number where they are no time', () => {
    for (const text of ['', 'tomorrow', '2027-13-01T10:00', '1767225600']) expect(asUtc(text)).to.be.NaN;
  });

  it('are said from one to the other, in a zone and a language', () => {
    const span = [Date.parse('2027-03-01T08:00:00Z'), Date.parse('2027-03-01T09:00:00Z')] as const;
    expect(formatSpan(...span, 'Asia/Tokyo', 'en-GB')).to.match(/1 Mar.*17:00.*18:00/);
    expect(formatSpan(...span, 'Asia/Tokyo', 'de')).to.match(/1\. März.*17:00.*18:00/);
  });

  it('have zones, the own one among them', () => {
    expect(timeZones()).to.include('Europe/Zagreb');
    expect(() => localTimeAt(0, ownTimeZone())).not.to.throw();
  });
});
