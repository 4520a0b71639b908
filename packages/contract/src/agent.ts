import * as z from 'zod/mini';
import { AgentAvailability } from './agent-availability.js';
import { AgentCall } from './call.js';
import { EpochMs, Id } from './common.js';
import { Offer } from './offer.js';
import { DisplayName } from './text.js';
import { WrapUp } from './wrap-up.js';

/** What the agent chose (spec §3.3). */
export const AgentStatus = z.enum(['active', 'away', 'busy', 'offline']);
export type AgentStatus = z.infer<typeof AgentStatus>;

/** What somebody who works here may do; each may all that the one before may. */
export const AgentRole = z.enum(['agent', 'supervisor', 'admin']);
export type AgentRole = z.infer<typeof AgentRole>;

export const Agent = z.object({
  id: Id,
  name: DisplayName,
  status: AgentStatus,
  /** A status chosen during a call or wrap-up, which comes into force afterwards. */
  nextStatus: z.nullable(AgentStatus),
  availability: AgentAvailability,
  queues: z.array(z.object({ id: Id, name: z.string() })),
});
export type Agent = z.infer<typeof Agent>;

/** Body of `POST /v1/agent/session`: the host app's JWT for its signed-in user. */
export const CreateAgentSessionRequest = z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(8192)) });
export type CreateAgentSessionRequest = z.infer<typeof CreateAgentSessionRequest>;

/** Answer of `POST /v1/demo/agents/:key/token`: a JWT as a host app would sign it. */
export const DemoToken = z.object({ token: z.string() });
export type DemoToken = z.infer<typeof DemoToken>;

/** An agent's session. The bearer lives in memory only and dies with the page. */
export const AgentSessionGrant = z.object({
  bearer: z.string(),
  agent: Agent,
  role: AgentRole,
  expiresAt: EpochMs,
  serverNow: EpochMs,
});
export type AgentSessionGrant = z.infer<typeof AgentSessionGrant>;

/** Body of `PUT /v1/agent/status`. */
export const SetAgentStatusRequest = z.strictObject({ status: AgentStatus });
export type SetAgentStatusRequest = z.infer<typeof SetAgentStatusRequest>;

/** All an agent's page needs to draw itself; `position` is where its event stream continues. */
export const AgentSnapshot = z.object({
  agent: Agent,
  offer: z.nullable(Offer),
  call: z.nullable(AgentCall),
  wrapUp: z.nullable(WrapUp),
  position: z.int(),
  serverNow: EpochMs,
});
export type AgentSnapshot = z.infer<typeof AgentSnapshot>;
