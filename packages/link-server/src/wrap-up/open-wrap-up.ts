import { setTimer } from '../timer/timer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';

/** The end of the time for wrapping up; its ref is the wrap-up. */
export const wrapUpTimer = 'wrapup';

/** Opens the wrap-up of a call that has just ended (WRP-1). The server owns its end. */
export async function openWrapUp(t: Transition, call: CallRow, agentId: string): Promise<void> {
  const id = t.deps.ids.id('wrp');
  const endsAt = t.now + t.deps.settings.wrapUpMs;
  await t.q.run(
    'insert into wrapup (id, call_id, agent_id, conversation_id, opened_at, ends_at) values ($1, $2, $3, $4, $5, $6)',
    id,
    call.id,
    agentId,
    call.conversation_id,
    t.now,
    endsAt,
  );
  await setTimer(t.q, wrapUpTimer, id, endsAt);
  t.wrapUps.add(id);
  t.agents.add(agentId);
}
