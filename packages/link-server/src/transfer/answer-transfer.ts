import { readCall } from '../call/read-call.js';
import { logEvent } from '../conversation/log-event.js';
import { DomainError } from '../domain-error.js';
import { enqueue } from '../outbox/outbox.js';
import { setTimer } from '../timer/timer.js';
import type { CallRow, OfferRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { callOfTarget } from './running-transfer.js';
import { transferTimer } from './transfer-timers.js';

/**
 * The other agent has answered: their browser may speak and hear, and has a time to connect in. The call as it is for
 * them. @throws {DomainError} `offer_withdrawn`
 */
export async function answerTransfer(t: Transition, offer: OfferRow): Promise<CallRow> {
  const { q, now, deps } = t;
  const { changes } = await q.run(
    `update transfer set state = 'connecting' where id = $1 and state = 'ringing'`,
    offer.transfer_id,
  );
  if (changes === 0) throw new DomainError('offer_withdrawn');
  await q.run('update call set version = version + 1 where id = $1', offer.call_id);
  await setTimer(q, transferTimer, offer.transfer_id ?? '', now + deps.settings.connectMs);
  const call = await readCall(q, offer.call_id);
  const own = callOfTarget(call);
  if (!own) throw new DomainError('offer_withdrawn');
  await enqueue(q, { type: 'grant', room: call.room, identity: offer.identity, role: 'agent' }, now);
  logEvent(t, { conversationId: call.conversation_id, type: 'call_answered', actor: own.agent_name });
  t.calls.add(call.id);
  return own;
}
