import type { Transition } from '../transition/transition.js';

/** An agent of whom a call might be asked. */
export interface Candidate {
  readonly agent_id: string;
  /** When the agent last let this call pass; null when it never rang there. */
  readonly passed_at: number | null;
}

/** Active, there, and with nothing on their hands; the parameter is the present moment. */
const isFree = (now: string) => `status = 'active' and presence_until > ${now}
  and not exists (select 1 from offer where offer.agent_id = agent.id and offer.state = 'ringing')
  and not exists (select 1 from call where call.agent_id = agent.id and call.state in ('connecting', 'active', 'held'))
  and not exists (select 1 from wrapup where wrapup.agent_id = agent.id and closed_at is null)`;

/** Agents of a queue who could take this call now, in the order in which they are asked. */
export const freeAgents = (
  { q, now }: Transition,
  { queueId, callId }: { readonly queueId: string; readonly callId: string },
): Promise<Candidate[]> =>
  q.all<Candidate>(
    `select agent_id, passed_at from (
       select agent.id as agent_id, missed, idle_since, (select max(ended_at) from offer
           where call_id = $2 and offer.agent_id = agent.id and state <> 'withdrawn') as passed_at
         from agent join agent_queue on agent_queue.agent_id = agent.id
         where queue_id = $1 and ${isFree('$3')}
     ) as free order by coalesce(passed_at, 0), missed, idle_since, agent_id`,
    queueId,
    callId,
    now,
  );

/** Whether a call may ring at this agent now. */
export const mayRingAt = async ({ q, now }: Transition, agentId: string): Promise<boolean> =>
  (await q.get(`select 1 as free from agent where id = $1 and ${isFree('$2')}`, agentId, now)) !== undefined;
