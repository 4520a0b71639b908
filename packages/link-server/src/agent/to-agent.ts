import type { Agent } from '@carillon/contract';
import type { Query } from '../store/database.js';
import type { AgentRow } from '../transition/rows.js';
import { availabilityOf } from './availability.js';

interface Facts {
  readonly wrapping: number;
  readonly call_state: string | null;
  readonly ringing: number;
}

/** An agent as the agent's own page sees them, with what the system makes of their status at this moment. */
export async function toAgent(q: Query, agent: AgentRow, now: number): Promise<Agent> {
  const facts = await q.get<Facts>(
    `select
       (select count(*) from wrapup where agent_id = $1 and closed_at is null) as wrapping,
       (select state from call where agent_id = $1 and state in ('connecting', 'active', 'held')) as call_state,
       (select count(*) from offer where agent_id = $1 and state = 'ringing') as ringing`,
    agent.id,
  );
  const queues = await q.all<{ id: string; name: string }>(
    'select queue.id, queue.name from queue join agent_queue on queue_id = queue.id where agent_id = $1 order by queue.name',
    agent.id,
  );
  const state = facts?.call_state ?? null;
  return {
    id: agent.id,
    name: agent.name,
    status: agent.status,
    nextStatus: agent.next_status,
    availability: availabilityOf({
      status: agent.status,
      present: agent.presence_until > now,
      wrapping: facts?.wrapping === 1,
      call: state === null ? 'none' : state === 'held' ? 'held' : 'live',
      ringing: facts?.ringing === 1,
      missed: agent.missed > 0,
    }),
    queues,
  };
}
