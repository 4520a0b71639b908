import type { Deps } from '../deps.js';
import { logFailure } from '../log/log-failure.js';
import { earliestTimers } from './due-timers.js';
import { everyTopic } from '../store/database.js';
import { runTimer } from './run-timer.js';
import { systemScheduler, type Scheduler } from './scheduler.js';
import { timerTopic, type Timer } from './timer.js';
import type { TimerHandlers } from './timer-handler.js';

/** It sleeps no longer than this: another process may have set a timer whose ring got lost. In milliseconds. */
const maxSleepMs = 1_000;

/** How many handlers run at a time. */
const maxRunning = 100;

const keyOf = ({ kind, ref }: Timer): string => `${kind} ${ref}`;

/**
 * Runs handlers when their timers are due. It sleeps until the earliest one, is woken when a commit sets one, and
 * outlives every handler.
 */
export class TimerLoop {
  readonly #deps: Deps;
  readonly #handlers: TimerHandlers;
  readonly #scheduler: Scheduler;
  readonly #running = new Map<string, Promise<void>>();
  /** For each look under way: timers whose handlers ended since it began, so that it may know them as they were. */
  readonly #ended = new Set<Set<string>>();
  #stopListening: (() => void) | undefined;
  #cancelAlarm: (() => void) | undefined;
  #look: Promise<void> | undefined;
  #lookAgain = false;

  constructor(deps: Deps, handlers: TimerHandlers, scheduler: Scheduler = systemScheduler) {
    this.#deps = deps;
    this.#handlers = handlers;
    this.#scheduler = scheduler;
  }

  /** Starts to watch. What became due while no server ran is handled first. */
  start(): void {
    this.#stopListening ??= this.#deps.db.onRing((topics) => {
      if (topics.has(timerTopic) || topics.has(everyTopic)) this.#wake();
    });
    this.#wake();
  }

  /** Watches no more, and waits for the handlers under way. */
  async stop(): Promise<void> {
    this.#stopListening?.();
    this.#stopListening = undefined;
    await this.#look;
    this.#cancelAlarm?.();
    await Promise.all(this.#running.values());
  }

  /** Runs what is due at this moment and waits for it; says how many there were. Works on a loop that is not started. */
  async runDue(): Promise<number> {
    const due = (await this.#waiting()).filter((timer) => this.#isDue(timer));
    await Promise.all(due.map((timer) => this.#run(timer)));
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
    let sleepMs = maxSleepMs;
    try {
      for (const timer of await this.#waiting()) {
        if (!this.#isDue(timer)) {
          sleepMs = Math.min(sleepMs, timer.dueAt - this.#deps.now());
          break;
        }
        if (this.#running.size >= maxRunning) break;
        void this.#run(timer);
      }
    } catch (error) {
      logFailure(this.#deps.log, 'timers_unreadable', error);
    }
    this.#cancelAlarm = this.#scheduler.after(Math.max(0, sleepMs), () => this.#wake());
  }

  /** The earliest timers whose handlers are not running. */
  async #waiting(): Promise<Timer[]> {
    const ended = new Set<string>();
    this.#ended.add(ended);
    try {
      const timers = await earliestTimers(this.#deps.db, maxRunning + this.#running.size + 1);
      return timers.filter((timer) => !this.#running.has(keyOf(timer)) && !ended.has(keyOf(timer)));
    } finally {
      this.#ended.delete(ended);
    }
  }

  #isDue({ dueAt }: Timer): boolean {
    return dueAt <= this.#deps.now();
  }

  #run(timer: Timer): Promise<void> {
    const key = keyOf(timer);
    const run = runTimer(this.#deps, this.#handlers, timer)
      .catch((error: unknown) => logFailure(this.#deps.log, 'timer_not_postponed', error, { kind: timer.kind }))
      .finally(() => {
        this.#running.delete(key);
        for (const ended of this.#ended) ended.add(key);
        this.#wake();
      });
    this.#running.set(key, run);
    return run;
  }
}
