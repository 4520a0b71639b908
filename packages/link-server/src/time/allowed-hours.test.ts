import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AllowedHours } from '@carillon/contract';
import { openingFrom } from './allowed-hours.js';

const office = AllowedHours.parse({
  timeZone: 'Europe/Zagreb',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '17:00',
});
const night = AllowedHours.parse({ ...office, days: ['fri', 'sat'], from: '22:00', to: '04:00' });
/** A moment, by the clock of Zagreb in winter. */
const winter = (text: string) => Date.parse(`${text}+01:00`);
const summer = (text: string) => Date.parse(`${text}+02:00`);

describe('allowed hours', () => {
  for (const [title, hours, at, expected] of [
    ['the first minute', office, '2027-01-11T09:00:00', '2027-01-11T09:00:00'],
    ['in the middle', office, '2027-01-11T12:34:56', '2027-01-11T12:34:56'],
    ['the last second', office, '2027-01-11T16:59:59', '2027-01-11T16:59:59'],
    ['closing time', office, '2027-01-11T17:00:00', '2027-01-12T09:00:00'],
    ['early in the morning', office, '2027-01-11T08:59:59', '2027-01-11T09:00:00'],
    ['Friday evening', office, '2027-01-15T18:00:00', '2027-01-18T09:00:00'],
    ['Sunday', office, '2027-01-17T12:00:00', '2027-01-18T09:00:00'],
    ['the night of Friday', night, '2027-01-15T23:00:00', '2027-01-15T23:00:00'],
    ['its morning, which is Saturday', night, '2027-01-16T03:59:59', '2027-01-16T03:59:59'],
    ['its end', night, '2027-01-16T04:00:00', '2027-01-16T22:00:00'],
    ['the morning of Sunday, which is Saturday’s night', night, '2027-01-17T01:00:00', '2027-01-17T01:00:00'],
    ['the morning of Friday, whose Thursday was closed', night, '2027-01-15T01:00:00', '2027-01-15T22:00:00'],
    ['a whole day', { ...office, from: '00:00', to: '24:00' as const }, '2027-01-15T23:59:59', '2027-01-15T23:59:59'],
    [
      'after a whole day',
      { ...office, from: '00:00', to: '24:00' as const },
      '2027-01-16T00:00:00',
      '2027-01-18T00:00:00',
    ],
  ] as const)
    it(`open next at ${expected} for ${title}`, () => assert.equal(openingFrom(hours, winter(at)), winter(expected)));

  it('follow the clock of their zone across a change', () => {
    assert.equal(openingFrom(office, winter('2027-03-26T18:00:00')), summer('2027-03-29T09:00:00'));
    assert.equal(openingFrom(office, summer('2027-10-29T18:00:00')), winter('2027-11-01T09:00:00'));
  });

  it('open after the skipped hour when they would in it, and not at all when it swallows them', () => {
    const sundays = { ...office, days: ['sun' as const], from: '02:30', to: '05:00' as const };
    assert.equal(openingFrom(sundays, winter('2027-03-28T00:00:00')), summer('2027-03-28T03:30:00'));
    const swallowed = { ...sundays, from: '02:00', to: '03:00' as const };
    assert.equal(openingFrom(swallowed, winter('2027-03-28T00:00:00')), summer('2027-04-04T02:00:00'));
  });

  it('do not close in an hour that comes twice', () => {
    const sundays = { ...office, days: ['sun' as const], from: '01:00', to: '05:00' as const };
    for (const at of [summer('2027-10-31T02:30:00'), winter('2027-10-31T02:30:00')])
      assert.equal(openingFrom(sundays, at), at);
  });

  it('belong to the zone, whatever the date is elsewhere', () => {
    const kiritimati = { ...office, timeZone: 'Pacific/Kiritimati' };
    // Sunday evening in UTC, Monday morning there.
    const at = Date.UTC(2027, 0, 10, 20, 0);
    assert.equal(openingFrom(kiritimati, at), at);
    assert.equal(openingFrom({ ...office, timeZone: 'America/Los_Angeles' }, at), Date.UTC(2027, 0, 11, 17, 0));
  });
});
