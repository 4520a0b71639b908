import type { WrapUp } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { setTimer } from '../timer/timer.js';
import { transition } from '../transition/run-transition.js';
import { describeWrapUp } from './describe-wrap-up.js';
import { wrapUpTimer } from './open-wrap-up.js';
import { readWrapUp, readWrapUpOfAgent } from './read-wrap-up.js';

/** What "+10 seconds" adds. */
const stepMs = 10_000;

export interface ExtendWrapUp {
  readonly agentId: string;
  readonly wrapUpId: string;
  /** The end that the agent saw. Asking twice from the same end extends once. */
  readonly endsAt: number;
}

/**
 * Gives the agent more time, as far as the company allows (WRP-6): ten seconds, or until they close it, never beyond the
 * longest time that was set. @throws {DomainError} `not_found`, `wrapup_closed`, `wrapup_not_extendable`
 */
export function extendWrapUp(deps: Deps, { agentId, wrapUpId, endsAt }: ExtendWrapUp): Promise<WrapUp> {
  return transition(deps, async (t) => {
    const { q } = t;
    const row = await readWrapUpOfAgent(q, wrapUpId, agentId);
    if (row.closed_at !== null) throw new DomainError('wrapup_closed');
    if (row.extension === 'none' || (row.ends_at >= row.latest_at && row.ends_at === endsAt))
      throw new DomainError('wrapup_not_extendable');
    const next = row.extension === 'more' ? row.latest_at : Math.min(row.ends_at + stepMs, row.latest_at);
    const { changes } = await q.run(
      'update wrapup set ends_at = $3 where id = $1 and closed_at is null and ends_at = $2',
      wrapUpId,
      endsAt,
      next,
    );
    if (changes === 1) {
      await setTimer(q, wrapUpTimer, wrapUpId, next);
      t.wrapUps.add(wrapUpId);
    }
    return describeWrapUp(q, await readWrapUp(q, wrapUpId));
  });
}
