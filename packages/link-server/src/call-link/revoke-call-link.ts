import type { CallLink } from '@carillon/contract';
import { readAgent } from '../agent/read-agent.js';
import { endCall } from '../call/end-call.js';
import { readCall } from '../call/read-call.js';
import { logEvent } from '../conversation/log-event.js';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { announce } from '../webhook/announce.js';
import { readLinkOfAgent } from './read-call-link.js';
import { toCallLink } from './to-call-link.js';

export interface RevokeCallLink {
  readonly agentId: string;
  readonly linkId: string;
}

/**
 * Takes a link back for good. Whoever waits or talks under it is put out: their rooms are deleted, which makes the
 * tokens they hold worthless (spec §3.4). Repeating it is harmless. @throws {DomainError} `not_found`
 */
export function revokeCallLink(deps: Deps, { agentId, linkId }: RevokeCallLink): Promise<CallLink> {
  return transition(deps, async (t) => {
    const { q, now } = t;
    const link = await readLinkOfAgent(q, linkId, agentId);
    const { changes } = await q.run(
      'update call_link set revoked_at = $2 where id = $1 and revoked_at is null',
      linkId,
      now,
    );
    if (changes === 0) return toCallLink(await readLinkOfAgent(q, linkId, agentId), now);
    announce(t, 'link.revoked', linkId, { linkId });
    // After the update, so that a call that begins at the same time is seen here, or does not begin.
    const live = await q.all<{ id: string }>(`select id from call where link_id = $1 and state <> 'ended'`, linkId);
    for (const { id } of live) await endCall(t, await readCall(q, id), 'link_revoked');
    if (link.conversation_id !== null) {
      const { name: actor } = await readAgent(q, agentId);
      logEvent(t, { conversationId: link.conversation_id, type: 'link_revoked', actor, text: link.kind });
    }
    return toCallLink(await readLinkOfAgent(q, linkId, agentId), now);
  });
}
