import type { WrapUp } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { describeWrapUp } from './describe-wrap-up.js';
import { keepNote } from './keep-note.js';
import { isLate } from './late-words.js';
import { readWrapUpOfAgent } from './read-wrap-up.js';

export interface SaveNote {
  readonly agentId: string;
  readonly wrapUpId: string;
  readonly note: string;
}

/**
 * Keeps the note of a wrap-up as it is typed. After the timer, not after *Close*, the last words are still taken.
 * @throws {DomainError} `not_found`, `wrapup_closed`
 */
export function saveNote(deps: Deps, { agentId, wrapUpId, note }: SaveNote): Promise<WrapUp> {
  return transition(deps, async (t) => {
    const row = await readWrapUpOfAgent(t.q, wrapUpId, agentId);
    const late = isLate(row, t.now);
    await t.q.run('update wrapup set note = $2 where id = $1', wrapUpId, note);
    if (late) await keepNote(t, row, note);
    t.wrapUps.add(wrapUpId);
    return describeWrapUp(t.q, { ...row, note });
  });
}
