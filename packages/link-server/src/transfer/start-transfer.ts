import type { AgentCallAnswer, TransferKind } from '@carillon/contract';
import { readAgent } from '../agent/read-agent.js';
import { beginHold } from '../call/begin-hold.js';
import { readCall, readCallOfAgent } from '../call/read-call.js';
import { requireConnected } from '../call/require-connected.js';
import { toAgentCall } from '../call/to-agent-call.js';
import { logEvent } from '../conversation/log-event.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { ringTransfer } from '../offer/create-offers.js';
import { mayRingAt } from '../queue/free-agents.js';
import { isMember } from '../queue/members.js';
import { transition } from '../transition/run-transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';
import { requireTransferable } from './require-transferable.js';

export interface StartTransfer {
  readonly agentId: string;
  readonly callId: string;
  readonly targetId: string;
  readonly kind?: TransferKind;
}

/**
 * Passes a call on to another agent of its queue (TRA-1 to TRA-5): it rings there, the customer hears ringing, and
 * whoever passes it on keeps it until the other is heard. The customer is isolated meanwhile, as on hold. A warm one puts
 * them on hold, as the two agents talk before.
 * @throws {DomainError} `not_found`, `call_ended`, `call_not_connected`, `transfer_not_possible`, `transfer_pending`,
 * `target_unavailable`
 */
export function startTransfer(
  deps: Deps,
  { agentId, callId, targetId, kind = 'cold' }: StartTransfer,
): Promise<AgentCallAnswer> {
  return transition(deps, async (t) => {
    const { q, now } = t;
    const call = requireTransferable(requireConnected(await readCallOfAgent(q, callId, agentId)));
    const member = targetId !== agentId && (await isMember(q, { agentId: targetId, queueId: call.queue_id }));
    // Nobody of another queue can be picked, and none of them is told apart from somebody who is not there (TRQ-2).
    if (!member || !(await mayRingAt(t, targetId))) throw new DomainError('target_unavailable');
    const transferId = deps.ids.id('trf');
    const identity = deps.ids.id('par');
    await q.run(
      `insert into transfer (id, call_id, from_agent_id, target_agent_id, target_identity, kind, state, held_before, started_at)
       values ($1, $2, $3, $4, $5, $6, 'ringing', $7, $8)`,
      ...[transferId, callId, agentId, targetId, identity, kind, Number(call.state === 'held'), now],
    );
    await q.run(
      `update call set state = 'held', held_at = coalesce(held_at, $2), transfer_id = $3, version = version + 1 where id = $1`,
      callId,
      now,
      transferId,
    );
    if (kind === 'warm' && call.state === 'active') beginHold(t, call);
    const { name } = await readAgent(q, targetId);
    logEvent(t, { conversationId: call.conversation_id, type: 'transfer_started', actor: call.agent_name, text: name });
    announce(t, 'call.transfer_started', callId, { ...idsOfCall(call), targetAgentId: targetId, kind });
    await ringTransfer(t, { call, agentId: targetId, identity, transferId });
    t.calls.add(callId);
    t.agents.add(agentId);
    return { call: toAgentCall(await readCall(q, callId)), serverNow: now };
  });
}
