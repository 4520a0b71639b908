import * as z from 'zod/mini';
import { Agent } from './agent.js';
import { AgentCall, CustomerCall } from './call.js';
import { EpochMs } from './common.js';
import { Conversation } from './conversation.js';
import { MailMark } from './mail.js';
import { ConversationMark, MessageMark } from './message.js';
import { Offer } from './offer.js';
import { WrapUp } from './wrap-up.js';

/**
 * What an agent's stream (`GET /v1/agent/events`) carries. Each event holds the whole projection it is about, so that
 * applying the newest one is always enough. The SSE field `event` is `type`, `data` the JSON of `body`, `id` the
 * stream's gapless number.
 */
export const AgentEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agent'), body: Agent }),
  z.object({ type: z.literal('offer'), body: Offer }),
  z.object({ type: z.literal('call'), body: AgentCall }),
  z.object({ type: z.literal('wrapup'), body: WrapUp }),
  z.object({ type: z.literal('conversation'), body: Conversation }),
  z.object({ type: z.literal('messages'), body: ConversationMark }),
  z.object({ type: z.literal('mail'), body: MailMark }),
]);
export type AgentEvent = z.infer<typeof AgentEvent>;

/** What a customer's stream (`GET /v1/join/:code/events`) carries. */
export const CustomerEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), body: CustomerCall }),
  z.object({ type: z.literal('messages'), body: MessageMark }),
]);
export type CustomerEvent = z.infer<typeof CustomerEvent>;

/**
 * Frames of the channel itself, without an id. `hello` opens every stream with the server's time; `reset` says that
 * the gap cannot be replayed and the snapshot has to be read again; `bye` that the server stops and a reconnect is due.
 */
export const ChannelEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), body: z.object({ serverNow: EpochMs, position: z.int() }) }),
  z.object({ type: z.literal('reset'), body: z.object({ position: z.int() }) }),
  z.object({ type: z.literal('bye'), body: z.object({}) }),
]);
export type ChannelEvent = z.infer<typeof ChannelEvent>;
