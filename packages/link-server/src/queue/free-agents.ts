import { hasAnswered } from '../transfer/running-transfer.js';
import type { Transition } from '../transition/transition.js';
import type { FreeAgent } from './match-calls.js';

/** Active, there, and with nothing on their hands; the parameter is the present moment. */
export const isFree = (now: string) => `status = 'active' and presence_until > ${now}
  and not exists (select 1 from offer where offer.agent_id = agent.id and offer.state = 'ringing')
  and not exists (select 1 from call where call.agent_id = agent.id and call.state in ('connecting', 'active', 'held'))
  and not exists (select 1 from transfer where transfer.target_agent_id = agent.id and ${hasAnswered('transfer')})
  and not exists (select 1 from wrapup where wrapup.agent_id = agent.id and closed_at is null)`;

/** Agents who could take a call now, once for each of their queues. */
export const freeAgents = ({ q, now }: Transition): Promise<FreeAgent[]> =>
  q.all<FreeAgent>(
    `select agent.id, queue_id, missed, idle_since
     from agent join agent_queue on agent_queue.agent_id = agent.id where ${isFree('$1')}`,
    now,
  );

/** Whether a call may ring at this agent now. */
export const mayRingAt = async ({ q, now }: Transition, agentId: string): Promise<boolean> =>
  (await q.get(`select 1 as free from agent where id = $1 and ${isFree('$2')}`, agentId, now)) !== undefined;
