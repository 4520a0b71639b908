import { claimTimer } from '../timer/timer.js';
import type { TimerHandler } from '../timer/timer-handler.js';
import { transition } from '../transition/run-transition.js';

/** Handles the routing timer: somebody who let a call pass may be asked again. */
export const onRouteTimer: TimerHandler = (deps, timer) =>
  transition(deps, async (t) => {
    t.routing = await claimTimer(t.q, timer);
  });
