import type { Medium } from '@carillon/contract';
import { settingsOf, type ConfigurationRow } from '../call-link/read-configuration.js';
import { supersedeCallback } from '../callback/supersede-callback.js';
import { logEvent } from '../conversation/log-event.js';
import { openConversation } from '../conversation/open-conversation.js';
import { sharerTimer } from '../queue/sharer-turn.js';
import { isMember } from '../queue/members.js';
import { setTimers } from '../timer/timer.js';
import type { CallLinkRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';
import { customerTimer, leaseTimer } from './call-timers.js';

export interface NewCall {
  readonly link: CallLinkRow;
  readonly configuration: ConfigurationRow;
  /** Hash of the secret by which the customer's browser comes back. */
  readonly hash: string;
  readonly callerName: string;
  readonly medium: Medium;
  /** Whether the customer has agreed to what the page told them; kept as evidence. */
  readonly consented: boolean;
}

/**
 * Puts a customer's call in the queue of its link; routing, which follows, tells of it. Room and identities are random and
 * say nothing. Returns its id.
 */
export async function startCall(
  t: Transition,
  { link, configuration, hash, callerName, medium, consented }: NewCall,
): Promise<string> {
  const { q, now, deps } = t;
  const { ids, settings } = deps;
  const { queue_id: queueId } = configuration;
  await supersedeCallback(t, link, hash);
  const [conversationId, sharer] = await Promise.all([
    openConversation(t, { link, queueId, medium, callerName }),
    sharerOf(t, link, configuration),
  ]);
  const id = ids.id('cal');
  const written = q.run(
    `insert into call (id, link_id, conversation_id, queue_id, state, medium, origin, caller_name, room, customer_identity, customer_hash, customer_until, queued_at, consented_at,
       sharer_id, sharer_until, sharer_waits)
     values ($1, $2, $3, $4, 'queued', $5, 'link', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    id,
    link.id,
    conversationId,
    queueId,
    medium,
    callerName,
    ids.id('rom'),
    ids.id('par'),
    hash,
    now + settings.presenceGoneMs,
    now,
    consented ? now : null,
    sharer?.id ?? null,
    sharer?.until ?? null,
    Number(sharer?.waits ?? false),
  );
  const set = setTimers(q, [
    ...(sharer?.waits ? [{ kind: sharerTimer, ref: id, dueAt: sharer.until }] : []),
    { kind: customerTimer, ref: id, dueAt: now + settings.presenceGoneMs },
    { kind: leaseTimer, ref: id, dueAt: now + settings.leaseMs },
  ]);
  await Promise.all([written, set]);
  logEvent(t, { conversationId, type: 'call_queued', actor: callerName, text: medium });
  announce(t, 'link.redeemed', link.id, { linkId: link.id, callId: id });
  const call = { id, link_id: link.id, conversation_id: conversationId, queue_id: queueId, agent_id: null };
  announce(t, 'call.queued', id, { ...idsOfCall(call), medium });
  // Routing gives it its place in line, or rings, and tells everybody then (`tell-arrivals.ts`).
  t.conversations.delete(conversationId);
  t.routing = true;
  return id;
}

/** The agent to be asked first: who shared the link, where its configuration says so and calls of its queue may ring there. */
async function sharerOf({ q, now }: Transition, link: CallLinkRow, configuration: ConfigurationRow) {
  const { routing } = settingsOf(configuration);
  if (routing.to !== 'sharer' || link.created_by === null) return undefined;
  const member = await isMember(q, { agentId: link.created_by, queueId: configuration.queue_id });
  if (!member) return undefined;
  return { id: link.created_by, until: now + routing.fallbackMs, waits: routing.whenBusy === 'wait' };
}
