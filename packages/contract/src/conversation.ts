import * as z from 'zod/mini';
import { EpochMs, Id, Medium } from './common.js';
import { pageFields } from './page.js';
import { Person } from './person.js';
import { KeptAnswer } from './wrap-up-form.js';

/** Status of a conversation (spec §3.1). */
export const ConversationStatus = z.enum(['open', 'waiting', 'solved', 'closed']);
export type ConversationStatus = z.infer<typeof ConversationStatus>;

/** What happened in a conversation, oldest first. `durationMs` is set where something lasted. */
export const TimelineEntry = z.object({
  id: Id,
  at: EpochMs,
  type: z.enum([
    'conversation_opened',
    'link_created',
    'link_revoked',
    'link_requested',
    'callback_requested',
    'callback_requested_again',
    'callback_superseded',
    'call_queued',
    'call_offered',
    'offer_declined',
    'offer_missed',
    'call_answered',
    'call_established',
    'call_on_hold',
    'hold_ended',
    'transfer_started',
    'consult_started',
    'conference_started',
    'transfer_failed',
    'transfer_cancelled',
    'call_transferred',
    'call_requeued',
    'connection_lost',
    'connection_back',
    'call_ended',
    'call_rated',
    'message_received',
    'message_sent',
    'mail_received',
    'mail_sent',
    'note_saved',
    'summary_saved',
    'disposition_chosen',
    'quality_rated',
    'form_filled',
    'status_changed',
  ]),
  actor: z.nullable(z.string()),
  text: z.nullable(z.string()),
  durationMs: z.nullable(z.int()),
  /** What was answered, of `form_filled`. */
  answers: z.optional(z.array(KeptAnswer)),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A row of the conversation list. */
export const Conversation = z.object({
  id: Id,
  title: z.string(),
  personId: z.nullable(Id),
  status: ConversationStatus,
  queueName: z.string(),
  medium: z.nullable(Medium),
  /** Whose it is: who spoke in it last; null while nobody has. */
  agentId: z.nullable(Id),
  agentName: z.nullable(z.string()),
  /** A call that waits to be taken from the list, as its queue does not ring by itself; else null. */
  waitingCallId: z.nullable(Id),
  openedAt: EpochMs,
  updatedAt: EpochMs,
});
export type Conversation = z.infer<typeof Conversation>;
export const ConversationList = z.object({ conversations: z.array(Conversation), ...pageFields });
export type ConversationList = z.infer<typeof ConversationList>;
export const ConversationDetail = z.object({
  conversation: Conversation,
  person: z.nullable(Person),
  timeline: z.array(TimelineEntry),
});
export type ConversationDetail = z.infer<typeof ConversationDetail>;
