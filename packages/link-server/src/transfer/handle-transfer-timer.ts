import { claimTimer } from '../timer/timer.js';
import type { TimerHandler } from '../timer/timer-handler.js';
import { transition } from '../transition/run-transition.js';
import { returnTransfer } from './end-transfer.js';

/** The other agent answered and was not heard in time, or took part and did not come back: the call goes back. */
export const onTransferTimer: TimerHandler = (deps, timer) =>
  transition(deps, async (t) => {
    if (!(await claimTimer(t.q, timer))) return;
    const transfer = await t.q.get<{ call_id: string; state: string }>(
      'select call_id, state from transfer where id = $1',
      timer.ref,
    );
    if (!transfer) return;
    const reason = transfer.state === 'connecting' ? 'media_failed' : 'offline';
    await returnTransfer(t, transfer.call_id, { state: 'failed', reason });
  });
