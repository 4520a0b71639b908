import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { findLink } from './find-link.js';

/**
 * A link's page says that a person has it before them: the first time is kept for whoever shared the link. It changes
 * nothing about what the link allows, and robots that only fetch the page never say it. @throws {DomainError} `link_unavailable`
 */
export async function openCallLink({ db, now }: Deps, { code }: { readonly code: string }): Promise<Done> {
  const link = await db.read((q) => findLink(q, code));
  if (link.opened_at === null)
    await db.tx((q) =>
      q.run('update call_link set opened_at = $2 where id = $1 and opened_at is null', link.id, now()),
    );
  return { serverNow: now() };
}
