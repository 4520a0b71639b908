import type { AgentCallAnswer } from '@carillon/contract';
import { agentCallEnded } from '../call/end-hold.js';
import { readCall, readCallOfAgent } from '../call/read-call.js';
import { requireConnected } from '../call/require-connected.js';
import { toAgentCall } from '../call/to-agent-call.js';
import { waitAgain } from '../call/wait-again.js';
import { logEvent } from '../conversation/log-event.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';
import { openWrapUp } from '../wrap-up/open-wrap-up.js';
import { asTransferred } from './as-transferred.js';
import { listTargetQueues } from './list-target-queues.js';
import { requireTransferable } from './require-transferable.js';

export interface TransferToQueue {
  readonly agentId: string;
  readonly callId: string;
  readonly queueId: string;
}

/**
 * Passes a call on to a queue (TRQ-3): the customer waits there, first in line, with that queue's sound; for the agent it
 * is over. A queue in which nobody is at work is refused, and the call stays (TRQ-4).
 * @throws {DomainError} `not_found`, `call_ended`, `call_not_connected`, `transfer_not_possible`, `transfer_pending`,
 * `target_unavailable`
 */
export function transferToQueue(deps: Deps, { agentId, callId, queueId }: TransferToQueue): Promise<AgentCallAnswer> {
  return transition(deps, async (t) => {
    const { q, now } = t;
    const call = requireTransferable(requireConnected(await readCallOfAgent(q, callId, agentId)));
    const queue = (await listTargetQueues(t, agentId)).find(({ id }) => id === queueId);
    if (!queue || queue.atWork === 0) throw new DomainError('target_unavailable');
    agentCallEnded(t, call);
    await waitAgain(t, call, queueId);
    await q.run('update conversation set queue_id = $2 where id = $1', call.conversation_id, queueId);
    logEvent(t, {
      conversationId: call.conversation_id,
      type: 'call_transferred',
      actor: call.agent_name,
      text: queue.name,
    });
    announce(t, 'call.transferred', callId, { ...idsOfCall(call), targetAgentId: null, targetQueueId: queueId });
    await openWrapUp(t, call, agentId);
    t.lost.push({ agentId, callId, transferred: true });
    t.agents.add(agentId);
    return { call: toAgentCall(asTransferred(await readCall(q, callId), now)), serverNow: now };
  });
}
