import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TimeZone, UtcOffset } from '@carillon/contract';
import { Temporal } from 'temporal-polyfill';
import { resolveLocalTime } from './resolve-local-time.js';

const zagreb = 'Europe/Zagreb';

describe('a local time', () => {
  it('is one moment on an ordinary day', () =>
    assert.deepEqual(resolveLocalTime({ local: '2027-07-01T09:30', timeZone: zagreb }), {
      kind: 'moment',
      at: Date.UTC(2027, 6, 1, 7, 30),
    }));

  it('is none in the hour that is skipped, and both ways round it are offered', () =>
    assert.deepEqual(resolveLocalTime({ local: '2027-03-28T02:30', timeZone: zagreb }), {
      kind: 'gap',
      options: [
        { local: '2027-03-28T01:30', offset: '+01:00', at: Date.UTC(2027, 2, 28, 0, 30) },
        { local: '2027-03-28T03:30', offset: '+02:00', at: Date.UTC(2027, 2, 28, 1, 30) },
      ],
    }));

  it('is two in the hour that comes twice, told apart by their offsets', () =>
    assert.deepEqual(resolveLocalTime({ local: '2027-10-31T02:30', timeZone: zagreb }), {
      kind: 'ambiguous',
      options: [
        { local: '2027-10-31T02:30', offset: '+02:00', at: Date.UTC(2027, 9, 31, 0, 30) },
        { local: '2027-10-31T02:30', offset: '+01:00', at: Date.UTC(2027, 9, 31, 1, 30) },
      ],
    }));

  for (const local of ['2027-03-28T02:30', '2027-10-31T02:30:15'])
    it(`is settled by each of its options: ${local}`, () => {
      const asked = resolveLocalTime({ local, timeZone: zagreb });
      assert.ok('options' in asked);
      for (const { at, ...option } of asked.options)
        assert.deepEqual(resolveLocalTime({ ...option, timeZone: zagreb }), { kind: 'moment', at });
    });

  it('takes an offset that the zone has then, and no other', () => {
    const resolve = (offset: string) => resolveLocalTime({ local: '2027-07-01T09:30', timeZone: zagreb, offset }).kind;
    assert.deepEqual([resolve('+02:00'), resolve('+01:00'), resolve('-07:00')], ['moment', 'impossible', 'impossible']);
  });

  it('stays a gap whatever offset comes along', () =>
    assert.equal(resolveLocalTime({ local: '2027-03-28T02:30', timeZone: zagreb, offset: '+01:00' }).kind, 'gap'));

  it('is right around every change of every zone’s clock in two years, by an independent reckoning', () => {
    let cases = 0;
    const kinds = { moment: 0, gap: 0, ambiguous: 0, impossible: 0 };
    for (const timeZone of Intl.supportedValuesOf('timeZone')) {
      assert.ok(TimeZone.safeParse(timeZone).success, timeZone);
      for (const change of changesOf(timeZone, Date.UTC(2026, 0, 1), Date.UTC(2028, 0, 1)))
        for (const local of around(change)) {
          const found = resolveLocalTime({ local, timeZone });
          const expected = momentsOf(local, change);
          const moments =
            found.kind === 'moment' ? [found.at] : 'options' in found ? found.options.map(({ at }) => at) : [];
          assert.deepEqual(found.kind === 'gap' ? [] : moments, expected, `${timeZone} ${local}`);
          if (found.kind === 'gap') assert.equal(moments.length, 2);
          if ('options' in found)
            for (const { offset } of found.options) assert.ok(UtcOffset.safeParse(offset).success);
          kinds[found.kind]++;
          cases++;
        }
    }
    assert.ok(cases > 6_000 && kinds.gap > 700 && kinds.ambiguous > 700, JSON.stringify({ cases, ...kinds }));
    assert.equal(kinds.impossible, 0);
  });
});

interface Change {
  readonly at: number;
  /** Minutes from UTC, before and after. */
  readonly before: number;
  readonly after: number;
}

/** When a zone's clock changes, read off Intl alone: the offset is looked at day by day, then the minute is searched. */
function changesOf(timeZone: string, from: number, until: number): Change[] {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const offsetAt = (at: number): number => {
    const read = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = read;
    return (Date.UTC(year, month - 1, day, hour, minute) - at) / 60_000;
  };
  const step = 7 * 24 * 3_600_000;
  const changes: Change[] = [];
  for (let start = from, before = offsetAt(from); start < until; start += step) {
    const after = offsetAt(start + step);
    if (after !== before) {
      let [low, high] = [start, start + step];
      while (high - low > 60_000) {
        const middle = low + Math.floor((high - low) / 120_000) * 60_000;
        if (offsetAt(middle) === before) low = middle;
        else high = middle;
      }
      changes.push({ at: high, before, after });
    }
    before = after;
  }
  return changes;
}

const toLocal = (ms: number) => new Date(ms).toISOString().slice(0, 16);

/** Local times from two hours before a change to two hours after it, a quarter of an hour apart. */
function* around({ at, before, after }: Change): Generator<string> {
  const from = at + Math.min(before, after) * 60_000 - 2 * 3_600_000;
  const to = at + Math.max(before, after) * 60_000 + 2 * 3_600_000;
  for (let ms = from; ms <= to; ms += 15 * 60_000) yield toLocal(ms);
}

/** The moments at which the clock shows this: before the change by the old offset, from then on by the new one. */
function momentsOf(local: string, { at, before, after }: Change): number[] {
  const wall = Date.parse(`${local}:00Z`);
  const [old, fresh] = [wall - before * 60_000, wall - after * 60_000];
  return [...(old < at ? [old] : []), ...(fresh >= at ? [fresh] : [])];
}

it('asks the runtime’s own Temporal where there is one', () =>
  assert.equal('Temporal' in globalThis, Temporal === (globalThis as { Temporal?: unknown }).Temporal));
