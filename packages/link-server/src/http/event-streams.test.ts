import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Hono } from 'hono';
import { DomainError } from '../domain-error.js';
import { DatabaseUnavailableError } from '../store/database.js';
import { append, appendAll } from '../stream/append.js';
import { trimEvents } from '../stream/trim-events.js';
import { createTestDeps, type TestBench } from '../testing/create-test-deps.js';
import { EventFrames } from '../testing/event-frames.js';
import { until } from '../testing/until.js';
import type { AppEnv } from './app-env.js';
import type { EventReaderOptions } from './event-reader.js';
import { EventStreams } from './event-streams.js';

const stream = 'call:1';

describe('an event stream', () => {
  let bench: TestBench;
  let streams: EventStreams;
  let left: number;

  beforeEach(async () => {
    bench = await createTestDeps();
    streams = new EventStreams(bench.deps);
    left = 0;
  });
  afterEach(async () => {
    mock.timers.reset();
    streams.closeAll();
    await bench.close();
  });

  const say = (count: number, body: unknown = {}) =>
    bench.deps.db.tx(async (q) => {
      for (let i = 0; i < count; i++) await append(q, stream, 'call', body, bench.deps.now());
    });

  async function listen(options: Partial<EventReaderOptions> = {}): Promise<EventFrames> {
    const app = new Hono<AppEnv>().get('/', (c) =>
      streams.open(c, { stream, after: null, mayListen: async () => true, left: () => void left++, ...options }),
    );
    return new EventFrames(await app.request('/'));
  }

  it('begins with the server’s time and its position, and goes on from there', async () => {
    await say(3);
    const frames = await listen();
    const hello = { serverNow: bench.deps.now(), position: 3 };
    assert.deepEqual(await frames.next(), { event: 'hello', data: hello });
    await say(1, { version: 4 });
    assert.deepEqual(await frames.next(), { id: 4, event: 'call', data: { version: 4 } });
  });

  it('sends what this server commits without asking the database, and in order with what others commit', async () => {
    let asked = 0;
    const hub = bench.deps.streams;
    streams = new EventStreams({
      ...bench.deps,
      streams: {
        subscribe: (...args) => hub.subscribe(...args),
        subscribers: (name) => hub.subscribers(name),
        deliver: (events) => hub.deliver(events),
        readEvents: (...args) => (asked++, hub.readEvents(...args)),
      },
    });
    const commit = () =>
      bench.deps.db.tx(async (q) => {
        const events = await appendAll(q, [{ stream, type: 'call', body: {} }], bench.deps.now());
        q.afterCommit(() => hub.deliver(events));
      });
    const frames = await listen();
    assert.equal((await frames.next())?.event, 'hello');
    for (let i = 0; i < 20; i++) await commit();
    assert.deepEqual(
      await frames.ids(20),
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    assert.equal(asked, 1, 'only for where the stream is');
    await Promise.all([commit(), say(1), commit(), say(1), commit()]);
    assert.deepEqual(await frames.ids(5), [21, 22, 23, 24, 25]);
  });

  it('replays what a reader has missed, once and in order (F35)', async () => {
    await say(5);
    const frames = await listen({ after: 2 });
    assert.deepEqual((await frames.next())?.data, { serverNow: bench.deps.now(), position: 2 });
    await say(2);
    assert.deepEqual(await frames.ids(5), [3, 4, 5, 6, 7]);
  });

  it('misses nothing and repeats nothing while events come during the replay', async () => {
    await say(450);
    const frames = await listen({ after: 0 });
    await Promise.all(Array.from({ length: 50 }, () => say(1)));
    await frames.next();
    assert.deepEqual(
      await frames.ids(500),
      Array.from({ length: 500 }, (_, i) => i + 1),
    );
  });

  it('says so when the gap cannot be replayed, and goes on from where the stream is (F35)', async () => {
    await say(600);
    await bench.deps.db.tx((q) => trimEvents(q, bench.deps.now() + 9e9));
    const frames = await listen({ after: 1 });
    await frames.next();
    assert.deepEqual(await frames.next(), { event: 'reset', data: { position: 600 } });
    await say(1);
    assert.deepEqual(await frames.ids(1), [601]);
  });

  it('resets a reader that is ahead of the stream, as after a restored backup', async () => {
    await say(2);
    const frames = await listen({ after: 99 });
    await frames.next();
    assert.deepEqual((await frames.next())?.data, { position: 2 });
  });

  it('sends a comment when nothing else is sent, so that both sides know it lives', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    const frames = await listen();
    await frames.next();
    mock.timers.tick(bench.deps.settings.heartbeatMs);
    assert.equal(await frames.text(), ':\n\n');
  });

  it('tells its owner that the reader has left, and stops listening', async () => {
    const frames = await listen();
    await frames.next();
    await frames.cancel();
    assert.deepEqual([left, streams.size, bench.deps.streams.subscribers(stream)], [1, 0, 0]);
    await say(1);
  });

  it('says bye to everybody when the server stops, which is nobody’s leaving (F11)', async () => {
    const frames = await listen();
    await frames.next();
    streams.closeAll();
    assert.deepEqual(await frames.next(), { retry: 300, event: 'bye', data: {} });
    assert.equal(await frames.next(), undefined);
    assert.deepEqual([left, streams.size], [0, 0]);
  });

  describe('of a slow reader (F34)', () => {
    it('holds a bounded piece in memory and the rest in the database, and gives it all in the end', async () => {
      await say(600, 'x'.repeat(1_000));
      const frames = await listen({ after: 0 });
      await until(() => frames.unread);
      await frames.next();
      assert.deepEqual(
        await frames.ids(600),
        Array.from({ length: 600 }, (_, i) => i + 1),
      );
      assert.equal(left, 0);
    });

    it('is given up when its reader takes nothing from one heartbeat to the next', async () => {
      mock.timers.enable({ apis: ['setInterval'] });
      await say(600, 'x'.repeat(1_000));
      await listen({ after: 0 });
      await until(() => {
        mock.timers.tick(bench.deps.settings.heartbeatMs);
        return streams.size === 0;
      });
      assert.equal(left, 1);
    });

    it('does not keep others waiting', async () => {
      await say(300, 'x'.repeat(1_000));
      await listen({ after: 0 });
      const fast = await listen({ after: 0 });
      await fast.next();
      assert.equal((await fast.ids(300)).length, 300);
    });
  });

  describe('of one who may listen no more (T18)', () => {
    const every = 30_000;
    beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }));

    it('ends within half a minute', async () => {
      let may = true;
      const frames = await listen({ mayListen: async () => may });
      await frames.next();
      mock.timers.tick(every);
      may = false;
      mock.timers.tick(every);
      await until(() => streams.size === 0);
    });

    it('ends when asking is refused, as for a revoked link', async () => {
      const frames = await listen({ mayListen: () => Promise.reject(new DomainError('link_unavailable')) });
      await frames.next();
      mock.timers.tick(every);
      await until(() => streams.size === 0);
    });

    it('goes on when the database cannot be asked (F23)', async () => {
      const asked: Promise<boolean>[] = [];
      const mayListen = () => {
        asked.push(Promise.reject(new Error('database is locked')));
        return asked[0] ?? Promise.resolve(true);
      };
      const frames = await listen({ mayListen });
      await frames.next();
      mock.timers.tick(every);
      await Promise.allSettled(asked);
      assert.deepEqual([asked.length, streams.size], [1, 1]);
    });
  });

  /** Streams that read as often as `read` lets them. */
  const reading = (read: (time: number) => Promise<void>) => {
    const hub = bench.deps.streams;
    let times = 0;
    streams = new EventStreams({
      ...bench.deps,
      streams: {
        subscribe: (...args) => hub.subscribe(...args),
        subscribers: (name) => hub.subscribers(name),
        deliver: (events) => hub.deliver(events),
        readEvents: async (...args) => (await read(++times), hub.readEvents(...args)),
      },
    });
  };

  it('stays open while the database has too much to do, and loses nothing', async () => {
    const busy = new DatabaseUnavailableError('No connection in time.');
    reading((time) => (time <= 2 ? Promise.reject(busy) : Promise.resolve()));
    await say(3);
    const frames = await listen({ after: 0 });
    await frames.next();
    assert.deepEqual([await frames.ids(3), streams.size], [[1, 2, 3], 1]);
    assert.deepEqual(
      bench.log.lines.map(({ level, event }) => [level, event]),
      Array(2).fill(['warn', 'event_stream_failed']),
    );
  });

  it('asks no more for a reader who has left meanwhile', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
    const asked: number[] = [];
    reading((time) => (asked.push(time), Promise.reject(new DatabaseUnavailableError('No connection in time.'))));
    const frames = await listen({ after: 0 });
    await frames.next();
    while (bench.log.lines.length < 1) await Promise.resolve();
    await frames.cancel();
    mock.timers.tick(60_000);
    assert.deepEqual(asked, [1]);
  });

  it('ends, and is logged without details, when it cannot be read', async () => {
    reading(() => Promise.reject(new TypeError('secret')));
    await listen({ after: 0 });
    await until(() => streams.size === 0);
    assert.deepEqual(bench.log.lines, [
      { level: 'error', event: 'event_stream_failed', fields: { error: 'TypeError' } },
    ]);
  });
});
