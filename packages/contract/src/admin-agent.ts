import * as z from 'zod/mini';
import { AgentAvailability } from './agent-availability.js';
import { AgentRole } from './agent.js';
import { Id } from './common.js';
import { pageFields } from './page.js';
import { Version, WrapUpMs } from './queue.js';
import { DisplayName } from './text.js';

/** The longest id of a user in the host app, in characters. */
export const maxExternalIdLength = 200;
/** The host app's id of a person who works here: the `sub` of its tokens. One that is taken here can sign in. */
export const ExternalId = z.string().check(z.regex(/^[\x21-\x7e]+$/), z.minLength(1), z.maxLength(maxExternalIdLength));

const QueueIds = z.array(Id).check(z.maxLength(200));

/** An agent, as administrators see them. */
export const AgentAccount = z.object({
  id: Id,
  externalId: ExternalId,
  name: DisplayName,
  role: AgentRole,
  availability: AgentAvailability,
  queueIds: z.array(Id),
  /** How long they wrap up, in milliseconds; 0: not at all, null: as the queue and the company have it (WRP-4). */
  wrapUpMs: z.nullable(WrapUpMs),
  version: Version,
});
export type AgentAccount = z.infer<typeof AgentAccount>;
export const AgentAccountList = z.object({ agents: z.array(AgentAccount), ...pageFields });
export type AgentAccountList = z.infer<typeof AgentAccountList>;

/** Body of `POST /v1/agents`. */
export const CreateAgentRequest = z.strictObject({
  externalId: ExternalId,
  name: DisplayName,
  role: z.optional(AgentRole),
  queueIds: z.optional(QueueIds),
  wrapUpMs: z.optional(z.nullable(WrapUpMs)),
});
export type CreateAgentRequest = z.infer<typeof CreateAgentRequest>;

/** Body of `PATCH /v1/agents/:id`. What is left out stays. */
export const ChangeAgentRequest = z.strictObject({
  version: Version,
  name: z.optional(DisplayName),
  role: z.optional(AgentRole),
  queueIds: z.optional(QueueIds),
  wrapUpMs: z.optional(z.nullable(WrapUpMs)),
});
export type ChangeAgentRequest = z.infer<typeof ChangeAgentRequest>;
