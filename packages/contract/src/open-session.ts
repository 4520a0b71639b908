import * as z from 'zod/mini';
import { EpochMs, Id } from './common.js';
import { pageFields } from './page.js';

/** A place where an agent is signed in. What proves it, the bearer, is in no list. */
export const OpenSession = z.object({
  id: Id,
  /** What the browser calls itself, shortened; empty where it said nothing. */
  device: z.string(),
  openedAt: EpochMs,
  expiresAt: EpochMs,
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type OpenSession = z.infer<typeof OpenSession>;

/** Answer of `GET /v1/agent/sessions` and `GET /v1/agents/:id/sessions`: the newest first. */
export const OpenSessionList = z.object({ sessions: z.array(OpenSession), ...pageFields, serverNow: EpochMs });
export type OpenSessionList = z.infer<typeof OpenSessionList>;

/** How many sessions were closed. */
export const ClosedSessions = z.object({ closed: z.int(), serverNow: EpochMs });
export type ClosedSessions = z.infer<typeof ClosedSessions>;
