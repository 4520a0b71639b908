import type { WebhookData, WebhookType } from '@carillon/contract';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';

/** Something the host's systems hear of. */
export interface Announcement {
  readonly type: WebhookType;
  /** What it is about: messages about one thing are delivered in their order. */
  readonly about: string;
  readonly data: object;
}

/** Notes an event for the webhooks; it is written with everything else that the transition changes. */
export function announce<T extends WebhookType>(t: Transition, type: T, about: string, data: WebhookData<T>): void {
  t.announcements.push({ type, about, data });
}

/** The ids that every event about a call carries. */
export const idsOfCall = (call: Pick<CallRow, 'id' | 'link_id' | 'conversation_id' | 'queue_id' | 'agent_id'>) => ({
  callId: call.id,
  linkId: call.link_id,
  conversationId: call.conversation_id,
  queueId: call.queue_id,
  agentId: call.agent_id,
});
