import type { AgentAvailability, TransferTargets } from '@carillon/contract';
import { readAgentViews } from '../agent/read-agent-view.js';
import { readCallOfAgent } from '../call/read-call.js';
import type { Deps } from '../deps.js';
import { membersOf } from '../queue/members.js';
import { listTargetQueues } from './list-target-queues.js';
import { requireTransferable } from './require-transferable.js';

/** Who could take a call comes first, who is at work next, who is not there last (TRA-2). */
const order: readonly AgentAvailability[] = [
  ...(['available', 'missed', 'ringing', 'wrapping'] as const),
  ...(['in_call', 'on_hold', 'transferring', 'busy', 'away', 'offline'] as const),
];

/**
 * To whom a call can be passed on: the other agents of its queue, and queues, each in the order of their availability.
 * @throws {DomainError} `not_found`, `transfer_not_possible`
 */
export function transferTargets(
  { db, now }: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<TransferTargets> {
  return db.read(async (q) => {
    const at = now();
    const call = requireTransferable(await readCallOfAgent(q, callId, agentId));
    const others = (await membersOf(q, call.queue_id)).filter((id) => id !== agentId);
    const agents = (await readAgentViews(q, others, at)).map(({ id, name, availability }) => ({
      id,
      name,
      availability,
    }));
    agents.sort(
      (a, b) => order.indexOf(a.availability) - order.indexOf(b.availability) || a.name.localeCompare(b.name, 'en'),
    );
    return {
      queueName: call.queue_name,
      agents,
      queues: await listTargetQueues({ q, now: at }, agentId),
      serverNow: at,
    };
  });
}
