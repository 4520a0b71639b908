import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestDeps, type TestBench } from '../testing/create-test-deps.js';
import { append, appendAll } from './append.js';
import type { StreamEvent } from './stream-hub.js';

describe('an event stream', () => {
  let bench: TestBench;
  let streams = 0;
  before(async () => {
    bench = await createTestDeps();
  });
  after(() => bench.close());

  const newStream = () => `agent:${++streams}`;
  const add = (stream: string, body: unknown = {}) =>
    bench.deps.db.tx((q) => append(q, stream, 'call', body, bench.clock.now()));
  const read = (stream: string, from = 0, limit?: number) => bench.deps.streams.readEvents(stream, from, limit);
  const numbers = (events: readonly StreamEvent[]) => events.map(({ n }) => n);

  it('numbers its events 1, 2, 3 … whatever else is written', async () => {
    const [a, b] = [newStream(), newStream()];
    assert.deepEqual([await add(a), await add(b), await add(a), await add(a), await add(b)], [1, 1, 2, 3, 2]);
  });

  it('has no gap and no number twice with 200 writers, of which some fail', async () => {
    const stream = newStream();
    const writes = Array.from({ length: 200 }, (_, i) =>
      bench.deps.db.tx(async (q) => {
        const n = await append(q, stream, 'call', { i }, 1);
        if (i % 7 === 3) throw new Error('changed its mind');
        return n;
      }),
    );
    const kept = (await Promise.allSettled(writes)).filter(({ status }) => status === 'fulfilled').length;
    assert.deepEqual(
      numbers((await read(stream)).events),
      Array.from({ length: kept }, (_, i) => i + 1),
    );
  });

  it('keeps an event as it was: type, JSON body and time', async () => {
    const stream = newStream();
    await add(stream, { name: 'Ana "Ä" 😀', list: [1, null] });
    assert.deepEqual((await read(stream)).events, [
      { n: 1, type: 'call', body: '{"name":"Ana \\"Ä\\" 😀","list":[1,null]}', at: bench.clock.now() },
    ]);
  });

  it('reads what comes after a number, in order, and where the stream stands', async () => {
    const stream = newStream();
    for (let i = 0; i < 5; i++) await add(stream);
    const page = await read(stream, 2);
    assert.deepEqual([numbers(page.events), page.position, page.gap], [[3, 4, 5], 5, false]);
    const first = await read(stream, 0, 2);
    assert.deepEqual([numbers(first.events), first.position, first.gap], [[1, 2], 5, false]);
  });

  it('has nothing after its newest event, and nothing at all before its first', async () => {
    const stream = newStream();
    assert.deepEqual(await read(stream), { events: [], position: 0, gap: false });
    await add(stream);
    assert.deepEqual(await read(stream, 1), { events: [], position: 1, gap: false });
  });

  it('tells a gap to a reader from the future, such as one of a database that was restored', async () => {
    const stream = newStream();
    await add(stream);
    assert.deepEqual(await read(stream, 2), { events: [], position: 1, gap: true });
    assert.deepEqual(await read(newStream(), 9), { events: [], position: 0, gap: true });
  });

  describe('rings its readers', () => {
    it('after each commit that appended to it, and for no other', async () => {
      const [mine, other] = [newStream(), newStream()];
      let rings = 0;
      const stop = bench.deps.streams.subscribe(mine, { ring: () => rings++ });
      await add(other);
      assert.equal(rings, 0);
      await add(mine);
      assert.equal(rings, 1);
      stop();
      await add(mine);
      assert.equal(rings, 1);
    });

    it('when the event can be read already', async () => {
      const stream = newStream();
      const page = new Promise<number[]>((resolve) => {
        const stop = bench.deps.streams.subscribe(stream, {
          ring: () => {
            stop();
            void read(stream).then(({ events }) => resolve(numbers(events)));
          },
        });
      });
      await add(stream);
      assert.deepEqual(await page, [1]);
    });

    it('never for a transaction that failed', async () => {
      const stream = newStream();
      let rings = 0;
      bench.deps.streams.subscribe(stream, { ring: () => rings++ });
      const failing = bench.deps.db.tx(async (q) => {
        await append(q, stream, 'call', {}, 1);
        throw new Error('no');
      });
      await assert.rejects(failing);
      assert.equal(rings, 0);
    });

    it('once each, however many there are, and counts them', async () => {
      const stream = newStream();
      const rings: string[] = [];
      const ring = () => rings.push('same function');
      const stops = [ring, ring, () => rings.push('other')].map((each) =>
        bench.deps.streams.subscribe(stream, { ring: each }),
      );
      assert.equal(bench.deps.streams.subscribers(stream), 3);
      await add(stream);
      assert.deepEqual(rings, ['same function', 'same function', 'other']);
      stops[0]?.();
      stops[0]?.();
      assert.equal(bench.deps.streams.subscribers(stream), 2);
      stops.forEach((stop) => stop());
      assert.equal(bench.deps.streams.subscribers(stream), 0);
    });
  });

  describe('hands what was committed here to its readers', () => {
    /** Appends as a transition does, and hands it on. */
    const commit = (stream: string, count = 1) =>
      bench.deps.db.tx(async (q) => {
        const messages = Array.from({ length: count }, () => ({ stream, type: 'call', body: {} }));
        const events = await appendAll(q, messages, 1);
        q.afterCommit(() => bench.deps.streams.deliver(events));
      });

    it('who are not rung then', async () => {
      const stream = newStream();
      const taken: number[] = [];
      let rings = 0;
      const stop = bench.deps.streams.subscribe(stream, {
        ring: () => rings++,
        take: ({ n }) => taken.push(n) > 0,
      });
      await commit(stream, 2);
      await commit(stream);
      assert.deepEqual([taken, rings], [[1, 2, 3], 0]);
      await add(stream);
      assert.equal(rings, 1, 'what somebody else commits rings');
      stop();
    });

    it('and rings all of them when one does not take it', async () => {
      const stream = newStream();
      const rings: string[] = [];
      const stops = [
        bench.deps.streams.subscribe(stream, { ring: () => rings.push('takes'), take: () => true }),
        bench.deps.streams.subscribe(stream, { ring: () => rings.push('refuses'), take: () => false }),
      ];
      await commit(stream);
      assert.deepEqual(rings, ['takes', 'refuses']);
      stops.forEach((stop) => stop());
    });

    it('never what was rolled back', async () => {
      const stream = newStream();
      let taken = 0;
      const stop = bench.deps.streams.subscribe(stream, { ring: () => undefined, take: () => ++taken > 0 });
      await assert.rejects(
        bench.deps.db.tx(async (q) => {
          const events = await appendAll(q, [{ stream, type: 'call', body: {} }], 1);
          q.afterCommit(() => bench.deps.streams.deliver(events));
          throw new Error('no');
        }),
      );
      assert.equal(taken, 0);
      stop();
    });
  });

  it('misses nothing and repeats nothing over 300 reconnects while it is written', async () => {
    const stream = newStream();
    const got: number[] = [];
    let written = 0;
    const total = 300;
    const writer = (async () => {
      for (; written < total; written++) await add(stream);
    })();
    while (got.length < total) {
      // As a client does it: subscribe, replay from the last one it has, wait, lose the connection.
      const rung = new Promise<void>((resolve) => {
        const stop = bench.deps.streams.subscribe(stream, {
          ring: () => {
            stop();
            resolve();
          },
        });
      });
      const { events, gap } = await read(stream, got.length, 7);
      assert.equal(gap, false);
      got.push(...numbers(events));
      if (!events.length && got.length < total) await rung;
    }
    await writer;
    assert.deepEqual(
      got,
      Array.from({ length: total }, (_, i) => i + 1),
    );
  });
});
