import { readAgent } from '../agent/read-agent.js';
import { logEvent } from '../conversation/log-event.js';
import type { WrapUpRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';

/** Puts a wrap-up's note into the conversation's timeline, where it can be read again; a later text replaces it (WRP-2). */
export async function keepNote(
  t: Transition,
  { id, conversation_id: conversationId, agent_id }: WrapUpRow,
  note: string,
): Promise<void> {
  const { changes } = await t.q.run('update conversation_event set text = $2 where ref = $1', id, note);
  if (changes > 0) t.conversations.add(conversationId);
  else if (note.trim() !== '')
    logEvent(t, {
      conversationId,
      type: 'note_saved',
      actor: (await readAgent(t.q, agent_id)).name,
      text: note,
      ref: id,
    });
}
