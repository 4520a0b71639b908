import { agentIsFree } from '../agent/agent-is-free.js';
import { cancelTimer } from '../timer/timer.js';
import type { WrapUpRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { announce } from '../webhook/announce.js';
import { keepNote } from './keep-note.js';
import { wrapUpTimer } from './open-wrap-up.js';

/** Ends a wrap-up once, keeps its note in the conversation and frees the agent. False when it had ended before. */
export async function endWrapUp(
  t: Transition,
  wrapUp: WrapUpRow,
  by: 'agent' | 'timer',
  note: string,
): Promise<boolean> {
  const { changes } = await t.q.run(
    'update wrapup set closed_at = $2, closed_by = $3, note = $4 where id = $1 and closed_at is null',
    wrapUp.id,
    t.now,
    by,
    note,
  );
  if (changes === 0) return false;
  await cancelTimer(t.q, wrapUpTimer, wrapUp.id);
  await keepNote(t, wrapUp, note);
  await agentIsFree(t, wrapUp.agent_id);
  announce(t, 'wrapup.closed', wrapUp.call_id, {
    wrapUpId: wrapUp.id,
    callId: wrapUp.call_id,
    conversationId: wrapUp.conversation_id,
    agentId: wrapUp.agent_id,
    closedBy: by,
  });
  t.wrapUps.add(wrapUp.id);
  return true;
}
