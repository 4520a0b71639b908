import type { Agent } from '@carillon/contract';
import type { Query } from '../store/database.js';
import { selectIn } from '../store/many.js';
import type { AgentRow } from '../transition/rows.js';
import { DomainError } from '../domain-error.js';
import { hasAnswered } from '../transfer/running-transfer.js';
import { availabilityOf, type AgentFacts } from './availability.js';

interface AgentWithFacts extends AgentRow {
  readonly wrapping: number;
  readonly call_state: string | null;
  readonly passing: number;
  readonly given: number;
  readonly ringing: number;
}

function callFact({ call_state: state, passing, given }: AgentWithFacts): AgentFacts['call'] {
  if (passing > 0) return 'transferring';
  if (state === null) return given > 0 ? 'live' : 'none';
  return state === 'held' ? 'held' : 'live';
}

/** Agents as their own pages see them, with what the system makes of their status at this moment. */
export async function readAgentViews(q: Query, ids: Iterable<string>, now: number): Promise<Agent[]> {
  const wanted = new Set(ids);
  const agents = await selectIn<AgentWithFacts>(
    q,
    (list) => `select agent.*,
       (select count(*) from wrapup where wrapup.agent_id = agent.id and closed_at is null) as wrapping,
       (select state from call where call.agent_id = agent.id and state in ('connecting', 'active', 'held')) as call_state,
       (select count(*) from transfer where from_agent_id = agent.id and ended_at is null) as passing,
       (select count(*) from transfer where target_agent_id = agent.id and ${hasAnswered('transfer')}) as given,
       (select count(*) from offer where offer.agent_id = agent.id and state = 'ringing') as ringing
       from agent where agent.id in (${list})`,
    wanted,
  );
  const queues = await selectIn<{ agent_id: string; id: string; name: string }>(
    q,
    (list) => `select agent_id, queue.id, queue.name from queue join agent_queue on queue_id = queue.id
       where agent_id in (${list}) order by queue.name`,
    wanted,
  );
  return agents.map((agent) => ({
    id: agent.id,
    name: agent.name,
    status: agent.status,
    nextStatus: agent.next_status,
    availability: availabilityOf({
      status: agent.status,
      present: agent.presence_until > now,
      wrapping: agent.wrapping === 1,
      call: callFact(agent),
      ringing: agent.ringing === 1,
      missed: agent.missed > 0,
    }),
    queues: queues.filter(({ agent_id }) => agent_id === agent.id).map(({ id, name }) => ({ id, name })),
  }));
}

/** One agent, as their own page sees them. @throws {DomainError} `not_found` */
export async function readAgentView(q: Query, id: string, now: number): Promise<Agent> {
  const [agent] = await readAgentViews(q, [id], now);
  if (!agent) throw new DomainError('not_found');
  return agent;
}
