import { DomainError } from '../domain-error.js';
import type { CallLinkRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';

/**
 * Notes that somebody does something with a link: whoever does has opened it. It is the row at which they and a revocation
 * wait for each other; with one that was revoked meanwhile nothing can be done. @throws {DomainError} `link_unavailable`
 */
export async function holdLink({ q, now }: Transition, link: CallLinkRow): Promise<void> {
  const { changes } = await q.run(
    'update call_link set opened_at = coalesce(opened_at, $2) where id = $1 and revoked_at is null',
    link.id,
    now,
  );
  if (changes === 0) throw new DomainError('link_unavailable');
}
