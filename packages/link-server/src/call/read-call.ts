import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { selectIn } from '../store/many.js';
import { callOfTarget, hasAnswered } from '../transfer/running-transfer.js';
import type { CallRow } from '../transition/rows.js';

const columns = `call.*, queue.name as queue_name, queue.waiting_sound, queue.hold_sound,
    queue.hold_music, queue.hold_announcement, queue.hold_announcement_every_ms,
    queue.answered_at, queue.answer_every_ms, queue.auto_assign, agent.name as agent_name,
    call_link.custom_data as custom_data, transfer.kind as transfer_kind, transfer.state as transfer_state, transfer.reason as transfer_reason,
    transfer.held_before as transfer_held_before, transfer.started_at as transfer_started_at,
    transfer.target_agent_id as transfer_target_id, transfer.target_identity as transfer_target_identity,
    target.name as transfer_target_name
  from call join queue on queue.id = call.queue_id left join agent on agent.id = call.agent_id
  left join call_link on call_link.id = call.link_id
  left join transfer on transfer.id = call.transfer_id left join agent as target on target.id = transfer.target_agent_id`;

/** Reads a call. @throws {DomainError} `not_found` */
export async function readCall(q: Query, id: string): Promise<CallRow> {
  const row = await q.get<CallRow>(`select ${columns} where call.id = $1`, id);
  if (!row) throw new DomainError('not_found');
  return row;
}

/** Calls by their ids. */
export const readCalls = (q: Query, ids: Iterable<string>): Promise<CallRow[]> =>
  selectIn<CallRow>(q, (list) => `select ${columns} where call.id in (${list})`, ids);

/**
 * A call that this agent answered, be it one that is being passed on to them. Another agent's does not exist for them.
 * @throws {DomainError} `not_found`
 */
export async function readCallOfAgent(q: Query, id: string, agentId: string): Promise<CallRow> {
  const call = await readCall(q, id);
  const own = call.agent_id === agentId ? call : callOfTarget(call);
  if (own?.agent_id !== agentId) throw new DomainError('not_found');
  return own;
}

/** The newest call that a browser made with a link, live or ended. */
export const findCallOfCustomer = (q: Query, linkId: string, customerHash: string): Promise<CallRow | undefined> =>
  q.get<CallRow>(
    `select ${columns} where call.link_id = $1 and call.customer_hash = $2 order by call.queued_at desc, call.ended_at is null desc limit 1`,
    linkId,
    customerHash,
  );

/** The call an agent is on, if any, or is being given by another. */
export async function findLiveCallOfAgent(q: Query, agentId: string): Promise<CallRow | undefined> {
  const own = await q.get<CallRow>(
    `select ${columns} where call.agent_id = $1 and call.state in ('connecting', 'active', 'held')`,
    agentId,
  );
  return own ?? (await findCallGivenTo(q, agentId)) ?? undefined;
}

/** The call of a transfer that this agent has answered and that is not theirs yet. */
export async function findCallGivenTo(q: Query, agentId: string): Promise<CallRow | null> {
  const call = await q.get<CallRow>(
    `select ${columns} where call.id = (select call_id from transfer where target_agent_id = $1 and ${hasAnswered('transfer')})`,
    agentId,
  );
  return call ? callOfTarget(call) : null;
}

/** The live call of an agent in a conversation, if any. */
export const findCallOfAgentIn = (
  q: Query,
  { agentId, conversationId }: { readonly agentId: string; readonly conversationId: string },
): Promise<CallRow | undefined> =>
  q.get<CallRow>(
    `select ${columns} where call.agent_id = $1 and call.conversation_id = $2 and call.state <> 'ended'`,
    agentId,
    conversationId,
  );

/** Calls with somebody in their room. */
export const listLiveCalls = (q: Query): Promise<CallRow[]> =>
  q.all<CallRow>(`select ${columns} where call.state <> 'ended' order by call.queued_at`);
