import type { CallEndReason, CallLinkDetail } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readLinkOfAgent } from './read-call-link.js';
import { toCallLink } from './to-call-link.js';

/** How many of a link's calls are told. */
const most = 100;

interface UseRow {
  readonly id: string;
  readonly queued_at: number;
  readonly established_at: number | null;
  readonly ended_at: number | null;
  readonly end_reason: CallEndReason | null;
}

export interface ReadLinkUsage {
  readonly agentId: string;
  readonly linkId: string;
}

/** A link and what became of it: when it was opened, redeemed and used, and by which calls. @throws {DomainError} `not_found` */
export function readLinkUsage({ db, now }: Deps, { agentId, linkId }: ReadLinkUsage): Promise<CallLinkDetail> {
  return db.read(async (q) => {
    const link = await readLinkOfAgent(q, linkId, agentId);
    const uses = await q.all<UseRow>(
      `select id, queued_at, established_at, ended_at, end_reason from call where link_id = $1
       order by queued_at desc, id desc limit ${most}`,
      linkId,
    );
    const serverNow = now();
    return {
      link: toCallLink(link, serverNow),
      calls: uses.map((use) => ({
        id: use.id,
        redeemedAt: use.queued_at,
        establishedAt: use.established_at,
        endedAt: use.ended_at,
        endReason: use.end_reason,
      })),
      serverNow,
    };
  });
}
