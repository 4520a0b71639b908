import * as z from 'zod/mini';
import { AgentAvailability } from './agent-availability.js';
import { EpochMs, Id } from './common.js';

/** Why a transfer came to nothing (TRQ-4): the call is back where it was. */
export const TransferFailure = z.enum(['declined', 'missed', 'offline', 'media_failed']);
export type TransferFailure = z.infer<typeof TransferFailure>;

/** A transfer to another agent as the agent who asked for it sees it. */
export const CallTransfer = z.object({
  id: Id,
  /** `ringing` at the other agent, `connecting` once they have answered, `failed` with a reason. */
  state: z.enum(['ringing', 'connecting', 'failed']),
  toName: z.string(),
  startedAt: EpochMs,
  reason: z.nullable(TransferFailure),
});
export type CallTransfer = z.infer<typeof CallTransfer>;

/** Body of `POST /v1/calls/:id/transfer`: to an agent of the call's queue (TRA), or to a queue (TRQ). */
export const TransferCallRequest = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('agent'), agentId: Id }),
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
