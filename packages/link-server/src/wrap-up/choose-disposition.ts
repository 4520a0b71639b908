import type { WrapUp } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import type { WrapUpRow } from '../transition/rows.js';
import { describeWrapUp } from './describe-wrap-up.js';
import { readWrapUpOfAgent } from './read-wrap-up.js';

export interface ChooseDisposition {
  readonly agentId: string;
  readonly wrapUpId: string;
  /** One of the wrap-up's own, or null for none. */
  readonly disposition: string | null;
}

/** Refuses what was not to be chosen when the call ended. @throws {DomainError} `invalid_request` */
export function checkDisposition({ dispositions }: WrapUpRow, disposition: string | null): void {
  if (disposition !== null && !(JSON.parse(dispositions) as string[]).includes(disposition))
    throw new DomainError('invalid_request', { fields: ['disposition'] });
}

/**
 * Keeps what became of the call as it is chosen: it holds when the time runs out, too.
 * @throws {DomainError} `not_found`, `wrapup_closed`, `invalid_request`
 */
export function chooseDisposition(deps: Deps, { agentId, wrapUpId, disposition }: ChooseDisposition): Promise<WrapUp> {
  return transition(deps, async (t) => {
    const row = await readWrapUpOfAgent(t.q, wrapUpId, agentId);
    checkDisposition(row, disposition);
    const { changes } = await t.q.run(
      'update wrapup set disposition = $2 where id = $1 and closed_at is null',
      wrapUpId,
      disposition,
    );
    if (changes === 0) throw new DomainError('wrapup_closed');
    t.wrapUps.add(wrapUpId);
    return describeWrapUp(t.q, { ...row, disposition });
  });
}
