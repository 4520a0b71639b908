import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AllowedHours, LocalDateTime, TimeFrame, TimeZone, UtcOffset } from './call-link-window.js';

describe('a local date and time', () => {
  for (const text of ['2027-03-28T02:30', '2028-02-29T00:00', '2027-12-31T23:59:59'])
    it(`is ${text}`, () => assert.ok(LocalDateTime.safeParse(text).success));
  for (const text of [
    ...['2027-02-29T10:00', '2027-13-01T10:00', '2027-00-10T10:00', '2027-04-31T10:00', '2027-01-01T24:00'],
    ...[
      '2027-01-01T10:60',
      '2027-01-01 10:00',
      '2027-01-01',
      '2027-01-01T10:00Z',
      '2027-1-1T1:00',
      '+002027-01-01T00:00',
    ],
    ...[
      '',
      'tomorrow',
      '1767225600',
      '2027-01-01t10:00',
      ' 2027-01-01T10:00',
      '2027-01-01T10:00\n',
      '٢٠٢٧-01-01T10:00',
    ],
  ])
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(LocalDateTime.safeParse(text).success, false));
});

describe('a time zone', () => {
  for (const zone of ['Europe/Zagreb', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+12'])
    it(`is ${zone}`, () => assert.ok(TimeZone.safeParse(zone).success));
  for (const zone of [
    'Mars/Olympus',
    '',
    '+01:00',
    'Europe/Zagreb[u-ca=hebrew]',
    '../etc/localtime',
    'a'.repeat(65),
    null,
    1,
  ])
    it(`is not ${JSON.stringify(zone)}`, () => assert.equal(TimeZone.safeParse(zone).success, false));
});

describe('an offset', () => {
  for (const [text, good] of [
    ['+02:00', true],
    ['-09:30', true],
    ['+14:00', true],
    ['+15:00', false],
    ['2:00', false],
    ['Z', false],
    ['+02:60', false],
  ] as const)
    it(`is ${good ? '' : 'not '}${text}`, () => assert.equal(UtcOffset.safeParse(text).success, good));
});

it('a time-frame has nothing but its own fields', () => {
  const frame = { startLocal: '2027-01-01T10:00', endLocal: '2027-01-01T11:00', timeZone: 'UTC' };
  assert.ok(TimeFrame.safeParse(frame).success);
  assert.equal(TimeFrame.safeParse({ ...frame, from: 'x' }).success, false);
});

describe('allowed hours', () => {
  const hours = { timeZone: 'Europe/Zagreb', days: ['mon', 'fri'], from: '09:00', to: '17:00' };
  for (const [title, change, good] of [
    ['a range of the day', {}, true],
    ['a range over midnight', { from: '22:00', to: '04:00' }, true],
    ['the whole day', { from: '00:00', to: '24:00' }, true],
    ['no time at all', { to: '09:00' }, false],
    ['no day', { days: [] }, false],
    ['a day twice', { days: ['mon', 'mon'] }, false],
    ['a day that is none', { days: ['monday'] }, false],
    ['a time that is none', { from: '9:00' }, false],
    ['24:00 to begin with', { from: '24:00', to: '10:00' }, false],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, false],
    ['more than that', { until: 1 }, false],
  ] as const)
    it(`are ${good ? '' : 'not '}${title}`, () =>
      assert.equal(AllowedHours.safeParse({ ...hours, ...change }).success, good));
});
