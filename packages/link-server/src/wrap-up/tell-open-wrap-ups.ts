import type { Transition } from '../transition/transition.js';

/**
 * The conversation has another status: every wrap-up of it that is still open shows that. There are two at once where a call
 * has ended in which two agents talked with the customer.
 */
export async function tellOpenWrapUps(t: Transition, conversationId: string): Promise<void> {
  const open = await t.q.all<{ readonly id: string }>(
    'select id from wrapup where conversation_id = $1 and closed_at is null',
    conversationId,
  );
  for (const { id } of open) t.wrapUps.add(id);
}
