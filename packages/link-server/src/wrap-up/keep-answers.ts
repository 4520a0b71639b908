import type { WrapUpAnswer } from '@carillon/contract';
import { readAgent } from '../agent/read-agent.js';
import { logEvent } from '../conversation/log-event.js';
import type { WrapUpRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { withQuestions } from './answers.js';

/** Puts what was answered into the conversation's timeline, with what was asked; later answers replace it. */
export async function keepAnswers(t: Transition, wrapUp: WrapUpRow, answers: readonly WrapUpAnswer[]): Promise<void> {
  const conversationId = wrapUp.conversation_id;
  const ref = `${wrapUp.id}:answers`;
  const text = JSON.stringify(withQuestions(wrapUp, answers));
  const { changes } = await t.q.run('update conversation_event set text = $2 where ref = $1', ref, text);
  if (changes > 0) t.conversations.add(conversationId);
  else if (answers.length > 0)
    logEvent(t, {
      conversationId,
      type: 'form_filled',
      actor: (await readAgent(t.q, wrapUp.agent_id)).name,
      text,
      ref,
    });
}
