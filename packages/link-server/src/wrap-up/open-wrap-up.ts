import { agentIsFree } from '../agent/agent-is-free.js';
import { readCompany } from '../company/settings.js';
import { setTimer } from '../timer/timer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { announce } from '../webhook/announce.js';

/** The end of the time for wrapping up; its ref is the wrap-up. */
export const wrapUpTimer = 'wrapup';

/** Opens the wrap-up of a call that has just ended (WRP-1). The server owns its end. An agent or a queue may have none. */
export async function openWrapUp(t: Transition, call: CallRow, agentId: string): Promise<void> {
  // Of the agent's own time and the queue's: the agent's (WRP-4).
  const own = await t.q.get<{ ms: number | null }>(
    `select coalesce((select wrap_up_ms from agent where id = $1), (select wrap_up_ms from queue where id = $2)) as ms`,
    agentId,
    call.queue_id,
  );
  const company = await readCompany(t.q);
  const time = own?.ms ?? company.wrap_up_ms ?? t.deps.settings.wrapUpMs;
  if (time === 0) return agentIsFree(t, agentId);
  const id = t.deps.ids.id('wrp');
  const endsAt = t.now + time;
  await t.q.run(
    `insert into wrapup (id, call_id, agent_id, conversation_id, opened_at, ends_at, extension, latest_at, dispositions,
       fields, rating_allowed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    id,
    call.id,
    agentId,
    call.conversation_id,
    t.now,
    endsAt,
    company.wrap_up_extension,
    t.now + Math.max(time, company.wrap_up_longest_ms),
    company.dispositions,
    company.wrap_up_fields,
    company.rating,
  );
  await setTimer(t.q, wrapUpTimer, id, endsAt);
  announce(t, 'wrapup.opened', call.id, {
    wrapUpId: id,
    callId: call.id,
    conversationId: call.conversation_id,
    agentId,
    endsAt,
  });
  t.wrapUps.add(id);
  t.agents.add(agentId);
}
