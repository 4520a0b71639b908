import type { Deps } from '../deps.js';
import type { Timer } from './timer.js';

/**
 * What happens when a timer of some kind is due: one transaction that begins with `claimTimer` and has the effect.
 * A handler that throws is called again later.
 */
export type TimerHandler = (deps: Deps, timer: Timer) => Promise<void>;

/** Handlers by kind of timer. */
export type TimerHandlers = Readonly<Record<string, TimerHandler>>;
