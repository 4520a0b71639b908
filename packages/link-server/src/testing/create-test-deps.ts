import { limits } from '@carillon/contract';
import type { Deps, Settings } from '../deps.js';
import { randomIds } from '../ids.js';
import { FakeLiveKitGateway } from '../livekit/fake-livekit-gateway.js';
import { createRouter } from '../queue/router.js';
import { migrate } from '../store/migrate.js';
import { DatabaseStreamHub } from '../stream/database-stream-hub.js';
import { earliestTimers } from '../timer/due-timers.js';
import { infrastructureTimers } from '../timer/infrastructure-timers.js';
import type { TimerHandlers } from '../timer/timer-handler.js';
import { TimerLoop } from '../timer/timer-loop.js';
import { LiveKitTokenMinter } from '../token/livekit-token-minter.js';
import { ManualClock } from './manual-clock.js';
import { MemoryLogger } from './memory-logger.js';
import { createTestStore, type TestStore } from './test-store.js';

export interface TestDepsOptions {
  /** Where the clock stands at first, in epoch milliseconds. */
  readonly now?: number;
  readonly settings?: Partial<Settings>;
  /** Handlers by kind of timer, besides those of the infrastructure. */
  readonly timerHandlers?: TimerHandlers;
  /** What a server before this one has left: its records, and the LiveKit that ran on meanwhile. */
  readonly left?: { readonly store: TestStore; readonly livekit: FakeLiveKitGateway };
}

/** A server's insides on a real database, SQLite or PostgreSQL as `TEST_STORE` says, with a fake LiveKit and a clock that stands still. */
export interface TestBench {
  readonly deps: Deps;
  readonly clock: ManualClock;
  readonly livekit: FakeLiveKitGateway;
  readonly log: MemoryLogger;
  /** Runs whatever is due now, and what becomes due by that, without moving the clock. */
  settle(): Promise<void>;
  /** Moves the clock on, from one timer to the next. Each is handled exactly when it is due. */
  advance(ms: number): Promise<void>;
  /** Stops as a crash does: nothing is said to anybody. What it leaves is where the next one goes on. */
  crash(): Promise<Required<Pick<TestDepsOptions, 'now' | 'left'>>>;
  close(): Promise<void>;
}

/** Signs the tokens of tests. */
export const testKey = Object.freeze({ apiKey: 'testkey', apiSecret: 'a-secret-for-tests-only-0123456789abcdef' });

/** More rounds than any test needs: timers that set each other for ever are a mistake. */
const maxRounds = 1_000;

/** Builds what verbs depend on, for a test. Close it afterwards. */
export async function createTestDeps(options: TestDepsOptions = {}): Promise<TestBench> {
  const { now = 1_800_000_000_000, settings, timerHandlers, left } = options;
  const { store, livekit } = left ?? { store: await createTestStore(), livekit: new FakeLiveKitGateway() };
  const clock = new ManualClock(now);
  const log = new MemoryLogger();
  const db = await store.open();
  await migrate(db, now);
  const streams = new DatabaseStreamHub(db);
  const deps: Deps = {
    db,
    serverId: randomIds.id('srv'),
    now: clock.now,
    ids: randomIds,
    livekit,
    tokens: new LiveKitTokenMinter(testKey),
    streams,
    router: createRouter(),
    settings: {
      ...limits,
      publicUrl: 'https://call.example',
      livekitUrl: 'wss://media.example',
      mailDomain: null,
      ...settings,
    },
    log,
  };
  const loop = new TimerLoop(deps, { ...infrastructureTimers, ...timerHandlers });

  async function settle(): Promise<void> {
    for (let round = 0; round < maxRounds; round++) if (!(await loop.runDue())) return;
    throw new Error('Timers keep setting each other.');
  }

  return {
    deps,
    clock,
    livekit,
    log,
    settle,
    async advance(ms) {
      const end = clock.now() + ms;
      await settle();
      for (let next = await nextDue(); next <= end; next = await nextDue()) {
        clock.moveTo(next);
        await settle();
      }
      clock.moveTo(end);
    },
    async crash() {
      streams.close();
      await db.close();
      return { now: clock.now(), left: { store, livekit } };
    },
    async close() {
      streams.close();
      await db.close();
      await store.remove();
    },
  };

  async function nextDue(): Promise<number> {
    return (await earliestTimers(db, 1))[0]?.dueAt ?? Infinity;
  }
}
