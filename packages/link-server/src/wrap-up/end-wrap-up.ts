import type { WrapUpAnswer } from '@carillon/contract';
import { agentIsFree } from '../agent/agent-is-free.js';
import { readAgent } from '../agent/read-agent.js';
import { logEvent } from '../conversation/log-event.js';
import { cancelTimer } from '../timer/timer.js';
import type { WrapUpRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { announce } from '../webhook/announce.js';
import { answersToTell } from './answers.js';
import { keepAnswers } from './keep-answers.js';
import { keepWords } from './keep-words.js';
import { wrapUpTimer } from './open-wrap-up.js';

export interface WrapUpOutcome {
  readonly by: 'agent' | 'timer';
  readonly note: string;
  readonly summary: string;
  readonly disposition: string | null;
  readonly answers: readonly WrapUpAnswer[];
  readonly rating: number | null;
}

/** Ends a wrap-up once, keeps what was written, its form, how the call was and what became of it, and frees the agent. False when it had ended before. */
export async function endWrapUp(t: Transition, wrapUp: WrapUpRow, outcome: WrapUpOutcome): Promise<boolean> {
  const { by, note, summary, disposition, answers, rating } = outcome;
  const { changes } = await t.q.run(
    `update wrapup set closed_at = $2, closed_by = $3, note = $4, disposition = $5, answers = $6, rating = $7, summary = $8
     where id = $1 and closed_at is null`,
    wrapUp.id,
    t.now,
    by,
    note,
    disposition,
    JSON.stringify(answers),
    rating,
    summary,
  );
  if (changes === 0) return false;
  await cancelTimer(t.q, wrapUpTimer, wrapUp.id);
  await keepWords(t, wrapUp, 'summary', summary);
  await keepWords(t, wrapUp, 'note', note);
  const said = [
    { type: 'disposition_chosen', text: disposition },
    { type: 'quality_rated', text: rating === null ? null : String(rating) },
  ] as const;
  if (said.some(({ text }) => text !== null)) {
    const { name: actor } = await readAgent(t.q, wrapUp.agent_id);
    for (const { type, text } of said)
      if (text !== null) logEvent(t, { conversationId: wrapUp.conversation_id, type, actor, text });
  }
  await keepAnswers(t, wrapUp, answers);
  await agentIsFree(t, wrapUp.agent_id);
  announce(t, 'wrapup.closed', wrapUp.call_id, {
    wrapUpId: wrapUp.id,
    callId: wrapUp.call_id,
    conversationId: wrapUp.conversation_id,
    agentId: wrapUp.agent_id,
    closedBy: by,
    disposition,
    rating,
    answers: answersToTell(wrapUp, answers),
  });
  t.wrapUps.add(wrapUp.id);
  return true;
}
