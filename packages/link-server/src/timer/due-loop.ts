import type { Deps } from '../deps.js';
import { logFailure } from '../log/log-failure.js';
import { everyTopic } from '../store/database.js';
import type { Scheduler } from './scheduler.js';

/** Something under way. */
export interface Running<Item> {
  readonly item: Item;
  readonly done: Promise<void>;
}

/** Things that have to be done at their time, as one kind of loop sees them. */
export interface DueWork<Item> {
  /** What a commit rings that may have brought something. */
  readonly topic: string;
  /** It sleeps no longer than this: another process may have brought something whose ring got lost. In milliseconds. */
  readonly maxSleepMs: number;
  /** Those that wait, earliest first; told how many are under way, which may be among them. */
  readonly waiting: (running: number) => Promise<readonly Item[]>;
  readonly keyOf: (item: Item) => string;
  readonly dueAt: (item: Item) => number;
  /** Whether it may begin beside those under way. */
  readonly hasRoom: (item: Item, running: ReadonlyMap<string, Running<Item>>) => boolean;
  /** Does it. It takes care of its own failures. */
  readonly run: (item: Item) => Promise<void>;
  /** What the log calls a look that failed. */
  readonly unreadable: string;
}

/**
 * Does things when they are due. It sleeps until the earliest one, is woken when a commit brings one, never does the same
 * thing twice at a time, and outlives every failure.
 */
export class DueLoop<Item> {
  readonly #deps: Deps;
  readonly #scheduler: Scheduler;
  readonly #work: DueWork<Item>;
  readonly #running = new Map<string, Running<Item>>();
  /** For each look under way: what ended since it began, so that it may know it as it was. */
  readonly #ended = new Set<Set<string>>();
  #stopListening: (() => void) | undefined;
  #cancelAlarm: (() => void) | undefined;
  #look: Promise<void> | undefined;
  #lookAgain = false;

  constructor(deps: Deps, scheduler: Scheduler, work: DueWork<Item>) {
    this.#deps = deps;
    this.#scheduler = scheduler;
    this.#work = work;
  }

  /** Starts to watch. What became due while no server ran is done first. */
  start(): void {
    this.#stopListening ??= this.#deps.db.onRing((topics) => {
      if (topics.has(this.#work.topic) || topics.has(everyTopic)) this.#wake();
    });
    this.#wake();
  }

  /** Watches no more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopListening?.();
    this.#stopListening = undefined;
    await this.#look;
    this.#cancelAlarm?.();
    await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  /** Does what is due at this moment and waits for it; says how many there were. Works on a loop that is not started. */
  async runDue(): Promise<number> {
    const due = (await this.#waiting()).filter((item) => this.#dueInMs(item) <= 0);
    await Promise.all(due.map((item) => this.#run(item)));
    return due.length;
  }

  #wake(): void {
    if (!this.#stopListening) return;
    if (this.#look) {
      this.#lookAgain = true;
      return;
    }
    this.#look = this.#lookAround().finally(() => {
      this.#look = undefined;
      if (this.#lookAgain) this.#wake();
    });
  }

  async #lookAround(): Promise<void> {
    this.#lookAgain = false;
    this.#cancelAlarm?.();
    let sleepMs = this.#work.maxSleepMs;
    try {
      for (const item of await this.#waiting()) {
        const inMs = this.#dueInMs(item);
        if (inMs > 0) sleepMs = Math.min(sleepMs, inMs);
        else if (this.#work.hasRoom(item, this.#running)) void this.#run(item);
      }
    } catch (error) {
      logFailure(this.#deps.log, this.#work.unreadable, error);
    }
    this.#cancelAlarm = this.#scheduler.after(sleepMs, () => this.#wake());
  }

  /** What waits and is not under way. */
  async #waiting(): Promise<readonly Item[]> {
    const { waiting, keyOf } = this.#work;
    const ended = new Set<string>();
    this.#ended.add(ended);
    try {
      const items = await waiting(this.#running.size);
      return items.filter((item) => !this.#running.has(keyOf(item)) && !ended.has(keyOf(item)));
    } finally {
      this.#ended.delete(ended);
    }
  }

  #dueInMs(item: Item): number {
    return this.#work.dueAt(item) - this.#deps.now();
  }

  #run(item: Item): Promise<void> {
    const key = this.#work.keyOf(item);
    const done = this.#work.run(item).finally(() => {
      this.#running.delete(key);
      for (const ended of this.#ended) ended.add(key);
      this.#wake();
    });
    this.#running.set(key, { item, done });
    return done;
  }
}
