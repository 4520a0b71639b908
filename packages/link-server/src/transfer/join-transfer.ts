import type { AgentCallAnswer } from '@carillon/contract';
import { endHold } from '../call/end-hold.js';
import { readCall, readCallOfAgent } from '../call/read-call.js';
import { toAgentCall } from '../call/to-agent-call.js';
import { logEvent } from '../conversation/log-event.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import { runningTransfer } from './running-transfer.js';

/**
 * Lets the customer in while two agents talk about the call: all three hear each other from then on. Repeating it is
 * harmless. @throws {DomainError} `not_found`, `call_ended`, `transfer_over`
 */
export function joinTransfer(
  deps: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<AgentCallAnswer> {
  return transition(deps, async (t) => {
    const { q, now } = t;
    const call = await readCallOfAgent(q, callId, agentId);
    if (call.state === 'ended') throw new DomainError('call_ended');
    const transfer = runningTransfer(call);
    if (transfer?.state === 'conference') return { call: toAgentCall(call), serverNow: now };
    const { changes } = await q.run(
      `update transfer set state = 'conference' where id = $1 and state = 'consulting'`,
      transfer?.id ?? '',
    );
    if (!transfer || changes === 0) throw new DomainError('transfer_over');
    await q.run(
      `update call set state = 'active', held_at = null, version = version + 1 where id = $1 and state = 'held'`,
      callId,
    );
    endHold(t, call, call.agent_name);
    logEvent(t, {
      conversationId: call.conversation_id,
      type: 'conference_started',
      actor: call.agent_name,
      text: transfer.targetName,
    });
    t.calls.add(callId);
    t.agents.add(agentId);
    t.agents.add(transfer.targetId);
    return { call: toAgentCall(await readCall(q, callId)), serverNow: now };
  });
}
