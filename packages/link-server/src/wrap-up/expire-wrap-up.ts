import { claimTimer } from '../timer/timer.js';
import type { TimerHandler } from '../timer/timer-handler.js';
import { transition } from '../transition/run-transition.js';
import { endWrapUp } from './end-wrap-up.js';
import { answersOf } from './answers.js';
import { readWrapUp } from './read-wrap-up.js';

/** Handles the end of the wrap-up's time: what was written and the form stay as they were saved last, the conversation as it is (spec §3.6). */
export const onWrapUpTimer: TimerHandler = (deps, timer) =>
  transition(deps, async (t) => {
    if (!(await claimTimer(t.q, timer))) return;
    const wrapUp = await readWrapUp(t.q, timer.ref);
    const { note, summary, disposition, rating } = wrapUp;
    await endWrapUp(t, wrapUp, { by: 'timer', note, summary, disposition, answers: answersOf(wrapUp), rating });
  });
