import * as z from 'zod/mini';
import { AgentAvailability } from './agent-availability.js';
import { EpochMs, Id } from './common.js';

/** Why a transfer came to nothing (TRQ-4): the call is back where it was. `left`: they had been talked to. */
export const TransferFailure = z.enum(['declined', 'missed', 'offline', 'media_failed', 'left']);
export type TransferFailure = z.infer<typeof TransferFailure>;

/** `cold`: the other agent has the call once they are heard. `warm`: the two agents talk before, while the customer waits. */
export const TransferKind = z.enum(['cold', 'warm']);
export type TransferKind = z.infer<typeof TransferKind>;

/** A transfer to another agent as the agent who asked for it sees it. */
export const CallTransfer = z.object({
  id: Id,
  kind: TransferKind,
  /**
   * `ringing` at the other agent, `connecting` once they have answered, `consulting` while the two agents talk,
   * `conference` while all three do, `failed` with a reason.
   */
  state: z.enum(['ringing', 'connecting', 'consulting', 'conference', 'failed']),
  toName: z.string(),
  startedAt: EpochMs,
  reason: z.nullable(TransferFailure),
});
export type CallTransfer = z.infer<typeof CallTransfer>;

/** The second agent of a call, as the others see them: which participant of the room, and whether all three talk. */
export const Consult = z.object({ name: z.string(), identity: Id, conference: z.boolean() });
export type Consult = z.infer<typeof Consult>;

/** Body of `POST /v1/calls/:id/transfer`: to an agent of the call's queue (TRA), cold unless said otherwise, or to a queue (TRQ). */
export const TransferCallRequest = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('agent'), agentId: Id, kind: z.optional(TransferKind) }),
  z.strictObject({ to: z.literal('queue'), queueId: Id }),
]);
export type TransferCallRequest = z.infer<typeof TransferCallRequest>;

/** An agent of the call's queue to whom it may be passed on. */
export const TransferAgent = z.object({ id: Id, name: z.string(), availability: AgentAvailability });
export type TransferAgent = z.infer<typeof TransferAgent>;

/** A queue to which a call may be passed on. */
export const TransferQueue = z.object({
  id: Id,
  name: z.string(),
  /** How many agents could take a call now, how many are at work, and how many calls wait. */
  available: z.int(),
  atWork: z.int(),
  waiting: z.int(),
});
export type TransferQueue = z.infer<typeof TransferQueue>;

/** Answer of `GET /v1/calls/:id/transfer-targets`: both lists in the order of availability (TRA-2, TRQ-1). */
export const TransferTargets = z.object({
  queueName: z.string(),
  agents: z.array(TransferAgent),
  queues: z.array(TransferQueue),
  serverNow: EpochMs,
});
export type TransferTargets = z.infer<typeof TransferTargets>;
