import type { WrapUp } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import type { WrapUpRow } from '../transition/rows.js';
import { describeWrapUp } from './describe-wrap-up.js';
import { readWrapUpOfAgent } from './read-wrap-up.js';

export interface RateWrapUp {
  readonly agentId: string;
  readonly wrapUpId: string;
  /** From 1, bad, to 5, very good; null: nothing said. */
  readonly rating: number | null;
}

/** Refuses a rating where none was asked for when the call ended (WRP-9). @throws {DomainError} `rating_not_allowed` */
export function checkRating({ rating_allowed }: WrapUpRow, rating: number | null): void {
  if (rating !== null && rating_allowed !== 1) throw new DomainError('rating_not_allowed');
}

/**
 * Keeps how good an agent found the call (WRP-3): it holds when the time runs out, too.
 * @throws {DomainError} `not_found`, `wrapup_closed`, `rating_not_allowed`
 */
export function rateWrapUp(deps: Deps, { agentId, wrapUpId, rating }: RateWrapUp): Promise<WrapUp> {
  return transition(deps, async (t) => {
    const row = await readWrapUpOfAgent(t.q, wrapUpId, agentId);
    checkRating(row, rating);
    const { changes } = await t.q.run(
      'update wrapup set rating = $2 where id = $1 and closed_at is null',
      wrapUpId,
      rating,
    );
    if (changes === 0) throw new DomainError('wrapup_closed');
    t.wrapUps.add(wrapUpId);
    return describeWrapUp(t.q, { ...row, rating });
  });
}
