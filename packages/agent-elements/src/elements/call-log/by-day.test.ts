import { expect } from '@open-wc/testing';
import { anEntry } from '../../testing/desk-fixtures.js';
import { byDay, dayName } from './by-day.js';

const at = (day: number, hour = 12) => new Date(2026, 10, day, hour).getTime();

describe('days of a history', () => {
  it('hold what happened on them, in order', () => {
    const entries = [22, 22, 24].map((day, index) => anEntry('call_queued', 0, { id: `evt_${index}`, at: at(day) }));
    expect(byDay(entries).map(({ key, entries: some }) => [key, some.map(({ id }) => id)])).to.deep.equal([
      ['2026-11-22', ['evt_0', 'evt_1']],
      ['2026-11-24', ['evt_2']],
    ]);
    expect(byDay([])).to.deep.equal([]);
  });

  it('change at the reader’s midnight', () => {
    const entries = [at(22, 23), at(23, 0)].map((time) => anEntry('call_queued', 0, { at: time }));
    expect(byDay(entries).map(({ key }) => key)).to.deep.equal(['2026-11-22', '2026-11-23']);
  });

  for (const [title, then, now, name] of [
    ['today', at(24, 0), at(24, 23), 'today'],
    ['yesterday, however short ago', at(23, 23), at(24, 0), 'yesterday'],
    ['longer ago', at(22), at(24), 'Sunday, November 22, 2026'],
    ['a clock that is behind', at(25), at(24), 'Wednesday, November 25, 2026'],
  ] as const)
    it(`are called as people call them: ${title}`, () => expect(dayName(then, now, 'en')).to.equal(name));

  it('are called so in the reader’s language', () => {
    expect(dayName(at(24), at(24), 'de')).to.equal('heute');
    expect(dayName(at(22), at(24), 'ja')).to.equal('2026年11月22日日曜日');
  });
});
