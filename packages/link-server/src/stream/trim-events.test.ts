import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTestDeps, type TestBench } from '../testing/create-test-deps.js';
import { setTimer } from '../timer/timer.js';
import { append } from './append.js';
import { keepEvents, keepEventsMs, trimEvents, trimTimer } from './trim-events.js';

/** Runs a test on a bench whose stream `call:1` has so many events, all of the bench's first moment. */
const withEvents = (count: number, test: (bench: TestBench) => Promise<void>) => async () => {
  const bench = await createTestDeps();
  try {
    await bench.deps.db.tx(async (q) => {
      for (let i = 0; i < count; i++) await append(q, 'call:1', 'call', {}, bench.clock.now());
    });
    await test(bench);
  } finally {
    await bench.close();
  }
};
const trim = ({ deps, clock }: TestBench, ageMs: number) => deps.db.tx((q) => trimEvents(q, clock.now() + ageMs));

describe('trimming streams', () => {
  it(
    'leaves every event alone for an hour',
    withEvents(keepEvents + 10, async (bench) => {
      assert.equal(await trim(bench, keepEventsMs), 0);
      assert.equal(await trim(bench, keepEventsMs + 1), 10);
    }),
  );

  it(
    'leaves the newest 500 alone however old they are',
    withEvents(keepEvents + 1, async (bench) => {
      assert.equal(await trim(bench, 100 * keepEventsMs), 1);
      const page = await bench.deps.streams.readEvents('call:1', 1, 1_000);
      assert.deepEqual([page.events.length, page.events[0]?.n, page.gap], [keepEvents, 2, false]);
    }),
  );

  it(
    'makes a gap for whoever needs what is gone, and for nobody else',
    withEvents(keepEvents + 3, async (bench) => {
      await trim(bench, 2 * keepEventsMs);
      const { readEvents } = bench.deps.streams;
      const gapAfter = async (n: number) => (await readEvents.call(bench.deps.streams, 'call:1', n)).gap;
      assert.deepEqual([await gapAfter(0), await gapAfter(2), await gapAfter(3)], [true, true, false]);
      assert.deepEqual(await bench.deps.streams.readEvents('call:1', 0), {
        events: [],
        position: keepEvents + 3,
        gap: true,
      });
    }),
  );

  it(
    'never uses a number again',
    withEvents(keepEvents + 3, async (bench) => {
      await trim(bench, 2 * keepEventsMs);
      assert.equal(await bench.deps.db.tx((q) => append(q, 'call:1', 'call', {}, 1)), keepEvents + 4);
    }),
  );

  it(
    'happens by a timer again and again',
    withEvents(keepEvents + 2, async (bench) => {
      const { db } = bench.deps;
      await db.tx((q) => setTimer(q, trimTimer, '', bench.clock.now()));
      const count = () => db.read((q) => q.get('select count(*) as n from event'));
      await bench.advance(keepEventsMs);
      assert.deepEqual(await count(), { n: keepEvents + 2 });
      await bench.advance(600_000);
      assert.deepEqual(await count(), { n: keepEvents });
      assert.deepEqual(bench.log.lines, []);
    }),
  );
});
