import { readAgent } from '../agent/read-agent.js';
import { logEvent } from '../conversation/log-event.js';
import type { WrapUpRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';

/** What an agent writes of a call. */
export type WrapUpWords = 'note' | 'summary';

const entryOf = { note: 'note_saved', summary: 'summary_saved' } as const;

/** Puts what was written in a wrap-up into the conversation's timeline, where it can be read again; a later text replaces it (WRP-2). */
export async function keepWords(
  t: Transition,
  { id, conversation_id: conversationId, agent_id }: WrapUpRow,
  words: WrapUpWords,
  text: string,
): Promise<void> {
  const type = entryOf[words];
  const { changes } = await t.q.run(
    'update conversation_event set text = $3 where ref = $1 and type = $2',
    id,
    type,
    text,
  );
  if (changes > 0) t.conversations.add(conversationId);
  else if (text.trim() !== '')
    logEvent(t, { conversationId, type, actor: (await readAgent(t.q, agent_id)).name, text, ref: id });
}
