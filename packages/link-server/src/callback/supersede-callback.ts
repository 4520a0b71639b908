import { logEvent } from '../conversation/log-event.js';
import type { CallLinkRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { findOpenCallback } from './find-callback.js';

/** Whoever calls by themselves need not be called back (E-35): what they have asked for with this link is done. */
export async function supersedeCallback(t: Transition, link: CallLinkRow, hash: string): Promise<void> {
  const callback = await findOpenCallback(t.q, link, hash);
  if (!callback) return;
  await t.q.run(`update callback set state = 'done', done_at = $2 where id = $1`, callback.id, t.now);
  logEvent(t, {
    conversationId: callback.conversation_id,
    type: 'callback_superseded',
    actor: callback.name,
  });
}
