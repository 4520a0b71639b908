import type { ConversationStatus, WrapUp, WrapUpAnswer } from '@carillon/contract';
import { readAgent } from '../agent/read-agent.js';
import { logEvent } from '../conversation/log-event.js';
import { readConversation } from '../conversation/read-conversation-row.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import { answersOf, checkAnswers, checkComplete } from './answers.js';
import { checkDisposition } from './choose-disposition.js';
import { describeWrapUp } from './describe-wrap-up.js';
import { endWrapUp } from './end-wrap-up.js';
import { checkRating } from './rate-wrap-up.js';
import { readWrapUp, readWrapUpOfAgent } from './read-wrap-up.js';
import { tellOpenWrapUps } from './tell-open-wrap-ups.js';

export interface CloseWrapUp {
  readonly agentId: string;
  readonly wrapUpId: string;
  readonly note: string;
  /** Left out, what was saved before stays. */
  readonly summary?: string | undefined;
  readonly conversationStatus: ConversationStatus;
  /** What became of the call; left out, what was chosen before stays. */
  readonly disposition?: string | null | undefined;
  /** What is answered in the form; left out, what was saved before stays. */
  readonly answers?: readonly WrapUpAnswer[] | undefined;
  /** How good the call was; left out, what was said before stays. */
  readonly rating?: number | null | undefined;
}

/**
 * Ends a wrap-up by hand: note and conversation status are set, the agent is free (WRP-7). What has to be filled in is
 * asked for here; the timer closes without it.
 * @throws {DomainError} `not_found`, `wrapup_closed`, `invalid_request`, `answers_missing`, `rating_not_allowed`
 */
export function closeWrapUp(deps: Deps, close: CloseWrapUp): Promise<WrapUp> {
  const { agentId, wrapUpId, note, conversationStatus } = close;
  return transition(deps, async (t) => {
    const { q } = t;
    const row = await readWrapUpOfAgent(q, wrapUpId, agentId);
    const disposition = close.disposition === undefined ? row.disposition : close.disposition;
    checkDisposition(row, disposition);
    const summary = close.summary ?? row.summary;
    const rating = close.rating === undefined ? row.rating : close.rating;
    checkRating(row, rating);
    const answers = close.answers ? checkAnswers(row, close.answers) : answersOf(row);
    // Nothing is missing in what is over: whoever closes twice hears that.
    if (row.closed_at === null) checkComplete(row, answers);
    const outcome = { by: 'agent', note, summary, disposition, answers, rating } as const;
    if (!(await endWrapUp(t, row, outcome))) throw new DomainError('wrapup_closed');
    const before = await readConversation(q, row.conversation_id);
    // Closed is for good: the person's next contact may have opened another conversation since (spec §3.1).
    if (before.status !== 'closed' && before.status !== conversationStatus) {
      await q.run('update conversation set status = $2 where id = $1', row.conversation_id, conversationStatus);
      const { name: actor } = await readAgent(q, agentId);
      logEvent(t, {
        conversationId: row.conversation_id,
        type: 'status_changed',
        actor,
        text: conversationStatus,
      });
      await tellOpenWrapUps(t, row.conversation_id);
    }
    return describeWrapUp(q, await readWrapUp(q, wrapUpId));
  });
}
