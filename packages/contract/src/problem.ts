import * as z from 'zod/mini';
import { LocalTimeOption } from './call-link-window.js';

/** Every refusal the server can give. Codes are stable: a host app may branch on them. */
export const problemCodes = [
  'invalid_request',
  'unsupported_media_type',
  'body_too_large',
  'length_required',
  'not_found',
  'method_not_allowed',
  'forbidden',
  'unauthenticated',
  'session_expired',
  'origin_not_allowed',
  'rate_limited',
  'link_unavailable',
  'link_expired',
  'link_used',
  'link_in_use',
  'link_not_yet_active',
  'local_time_gap',
  'local_time_ambiguous',
  'media_not_allowed',
  'consent_required',
  'configuration_not_found',
  'configuration_built_in',
  'picture_unsupported',
  'picture_damaged',
  'picture_dimensions',
  'too_many_pictures',
  'too_many_backgrounds',
  'sound_unsupported',
  'sound_damaged',
  'too_many_sounds',
  'conversation_not_found',
  'conversation_closed',
  'offer_taken',
  'offer_expired',
  'offer_withdrawn',
  'agent_busy',
  'agent_unavailable',
  'call_ended',
  'call_not_connected',
  'transfer_not_possible',
  'transfer_pending',
  'transfer_over',
  'target_unavailable',
  'rating_not_allowed',
  'messages_not_allowed',
  'customer_not_reachable',
  'mail_unavailable',
  'mail_thread_unknown',
  'wrapup_closed',
  'wrapup_not_extendable',
  'answers_missing',
  'key_taken',
  'address_taken',
  'person_on_call',
  'changed_meanwhile',
  'queue_in_use',
  'last_admin',
  'idempotency_mismatch',
  'media_unavailable',
  'sign_in_unavailable',
  'server_stopping',
  'server_busy',
  'internal',
] as const;
export const ProblemCode = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** RFC 9457 problem details. `code` is for programs, `detail` is a sentence a person can act on. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.string(),
  /** Names of the fields that were refused, never their values. */
  fields: z.optional(z.array(z.string())),
  /** Ids to copy into a support request. */
  requestId: z.optional(z.string()),
  /** Who answered, on `offer_taken`. */
  answeredBy: z.optional(z.string()),
  /** What may be meant, on `local_time_gap` and `local_time_ambiguous`. */
  options: z.optional(z.array(LocalTimeOption)),
});
export type Problem = z.infer<typeof Problem>;
