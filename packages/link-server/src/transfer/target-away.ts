import { cancelTimer, setTimer } from '../timer/timer.js';
import type { Transition } from '../transition/transition.js';
import { returnTransfer } from './end-transfer.js';
import { hasAnswered, type RunningTransfer } from './running-transfer.js';
import { transferTimer } from './transfer-timers.js';

interface Answered {
  readonly id: string;
  readonly call_id: string;
  readonly state: Exclude<RunningTransfer['state'], 'ringing'>;
}

const answeredBy = ({ q }: Transition, agentId: string) =>
  q.get<Answered>(
    `select id, call_id, state from transfer where target_agent_id = $1 and ${hasAnswered('transfer')}`,
    agentId,
  );

/**
 * Whoever has answered a transfer is gone: it goes back. Once they take part they have a moment to come back in, as a page
 * that is loaded again does.
 */
export async function targetGone(t: Transition, agentId: string): Promise<void> {
  const transfer = await answeredBy(t, agentId);
  if (!transfer) return;
  if (transfer.state === 'connecting')
    await returnTransfer(t, transfer.call_id, { state: 'failed', reason: 'offline' });
  else await setTimer(t.q, transferTimer, transfer.id, t.now + t.deps.settings.presenceGoneMs);
}

/** They are back in time. */
export async function targetBack(t: Transition, agentId: string): Promise<void> {
  const transfer = await answeredBy(t, agentId);
  if (transfer && transfer.state !== 'connecting') await cancelTimer(t.q, transferTimer, transfer.id);
}
