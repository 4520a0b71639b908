import type { WrapUp, WrapUpAnswer } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { checkAnswers } from './answers.js';
import { describeWrapUp } from './describe-wrap-up.js';
import { keepAnswers } from './keep-answers.js';
import { isLate } from './late-words.js';
import { readWrapUpOfAgent } from './read-wrap-up.js';

export interface SaveAnswers {
  readonly agentId: string;
  readonly wrapUpId: string;
  /** All of them: one that is left out has no answer. */
  readonly answers: readonly WrapUpAnswer[];
}

/**
 * Keeps what is answered in the form as it is filled in, whether or not it is complete. Taken late as a note is.
 * @throws {DomainError} `not_found`, `wrapup_closed`, `invalid_request`
 */
export function saveAnswers(deps: Deps, { agentId, wrapUpId, answers: given }: SaveAnswers): Promise<WrapUp> {
  return transition(deps, async (t) => {
    const row = await readWrapUpOfAgent(t.q, wrapUpId, agentId);
    const late = isLate(row, t.now);
    const kept = checkAnswers(row, given);
    const answers = JSON.stringify(kept);
    await t.q.run('update wrapup set answers = $2 where id = $1', wrapUpId, answers);
    if (late) await keepAnswers(t, row, kept);
    t.wrapUps.add(wrapUpId);
    return describeWrapUp(t.q, { ...row, answers });
  });
}
