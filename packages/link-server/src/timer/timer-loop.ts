import type { Deps } from '../deps.js';
import { logFailure } from '../log/log-failure.js';
import { DueLoop } from './due-loop.js';
import { earliestTimers } from './due-timers.js';
import { runTimer } from './run-timer.js';
import { systemScheduler, type Scheduler } from './scheduler.js';
import { timerTopic, type Timer } from './timer.js';
import type { TimerHandlers } from './timer-handler.js';

/** How many handlers run at a time. */
const maxRunning = 100;

/** Runs handlers when their timers are due, and outlives every handler. */
export class TimerLoop extends DueLoop<Timer> {
  constructor(deps: Deps, handlers: TimerHandlers, scheduler: Scheduler = systemScheduler) {
    super(deps, scheduler, {
      topic: timerTopic,
      maxSleepMs: 1_000,
      waiting: (running) => earliestTimers(deps.db, maxRunning + running + 1),
      keyOf: ({ kind, ref }) => `${kind} ${ref}`,
      dueAt: ({ dueAt }) => dueAt,
      hasRoom: (_, running) => running.size < maxRunning,
      run: (timer) =>
        runTimer(deps, handlers, timer).catch((error: unknown) =>
          logFailure(deps.log, 'timer_not_postponed', error, { kind: timer.kind }),
        ),
      unreadable: 'timers_unreadable',
    });
  }
}
