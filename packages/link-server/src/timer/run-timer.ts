import type { Deps } from '../deps.js';
import { logFailure } from '../log/log-failure.js';
import { isStanding, postponeTimer } from './due-timers.js';
import type { Timer } from './timer.js';
import type { TimerHandlers } from './timer-handler.js';

/**
 * Runs a due timer's handler. A handler that throws, or returns and leaves its timer standing, gets it again after a
 * pause that grows with each try: nothing is dropped, and nothing spins.
 */
export async function runTimer(deps: Deps, handlers: TimerHandlers, timer: Timer): Promise<void> {
  const { kind, tries } = timer;
  try {
    const handler = handlers[kind];
    if (!handler) throw new Error(`No handler for timers of kind "${kind}".`);
    await handler(deps, timer);
    if (!(await isStanding(deps.db, timer))) return;
    deps.log.warn('timer_left_standing', { kind, tries });
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error('not an error');
    logFailure(deps.log, 'timer_failed', error, { kind, tries, message });
  }
  await deps.db.tx((q) => postponeTimer(q, timer, deps.now()));
}
