import type { WrapUp } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { describeWrapUp } from './describe-wrap-up.js';
import { keepWords, type WrapUpWords } from './keep-words.js';
import { isLate } from './late-words.js';
import { readWrapUpOfAgent } from './read-wrap-up.js';

interface Which {
  readonly agentId: string;
  readonly wrapUpId: string;
}

/**
 * Keeps what is written in a wrap-up as it is typed. After the timer, not after *Close*, the last words are still taken.
 * @throws {DomainError} `not_found`, `wrapup_closed`
 */
function saveWords(deps: Deps, { agentId, wrapUpId }: Which, words: WrapUpWords, text: string): Promise<WrapUp> {
  return transition(deps, async (t) => {
    const row = await readWrapUpOfAgent(t.q, wrapUpId, agentId);
    const late = isLate(row, t.now);
    await t.q.run(`update wrapup set ${words} = $2 where id = $1`, wrapUpId, text);
    if (late) await keepWords(t, row, words, text);
    t.wrapUps.add(wrapUpId);
    return describeWrapUp(t.q, { ...row, [words]: text });
  });
}

/** Keeps the note. @throws {DomainError} `not_found`, `wrapup_closed` */
export const saveNote = (deps: Deps, { note, ...which }: Which & { readonly note: string }) =>
  saveWords(deps, which, 'note', note);

/** Keeps the summary. @throws {DomainError} `not_found`, `wrapup_closed` */
export const saveSummary = (deps: Deps, { summary, ...which }: Which & { readonly summary: string }) =>
  saveWords(deps, which, 'summary', summary);
