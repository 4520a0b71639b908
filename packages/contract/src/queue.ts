import * as z from 'zod/mini';
import { Id, Key } from './common.js';
import { pageFields } from './page.js';
import { DisplayName } from './text.js';

/** How long a phone rings before the next agent's does (spec §2: 3 to 60 s). */
export const RingMs = /* @__PURE__ */ z.int().check(z.gte(3_000), z.lte(60_000));
/** Time for wrapping up after a call (spec WRP-4); 0 opens none. */
export const WrapUpMs = /* @__PURE__ */ z.int().check(z.gte(0), z.lte(3_600_000));

/** What a customer hears who waits in a queue or is on hold. They can always turn it off. */
export const WaitingSound = z.enum(['ringing', 'music', 'none']);
export type WaitingSound = z.infer<typeof WaitingSound>;

const announcement = {
  /** Null for a built-in sentence in the customer's language. */
  sound: z.nullable(Id),
  /** How long after its end it is said again. */
  everyMs: /* @__PURE__ */ z.int().check(z.gte(10_000), z.lte(600_000)),
};
/** What is said to a customer on hold, at once and again and again. */
export const HoldAnnouncement = z.object(announcement);
export type HoldAnnouncement = z.infer<typeof HoldAnnouncement>;

/** Grows with every change of a record; a change names the one it was made from, so that none is lost. */
export const Version = /* @__PURE__ */ z.int().check(z.gte(1));

/** A queue, as administrators see it. */
export const Queue = z.object({
  id: Id,
  key: Key,
  name: DisplayName,
  /** Null where the server's own time holds. */
  ringMs: z.nullable(RingMs),
  wrapUpMs: z.nullable(WrapUpMs),
  /** Whether calls ring by themselves; where not, agents take them from the list. */
  autoAssign: z.boolean(),
  waitingSound: WaitingSound,
  /** What customers hear on hold (HLD-7). */
  holdSound: WaitingSound,
  /** The sound that plays where `holdSound` is `music`; null for the built-in one. */
  holdMusic: z.nullable(Id),
  /** What is said over it; null for nothing. */
  holdAnnouncement: z.nullable(HoldAnnouncement),
  /** How many agents belong to it, and how many calls wait in it now. */
  agents: z.int(),
  waiting: z.int(),
  version: Version,
});
export type Queue = z.infer<typeof Queue>;
export const QueueList = z.object({ queues: z.array(Queue), ...pageFields });
export type QueueList = z.infer<typeof QueueList>;

const settings = {
  ringMs: z.optional(z.nullable(RingMs)),
  wrapUpMs: z.optional(z.nullable(WrapUpMs)),
  autoAssign: z.optional(z.boolean()),
  waitingSound: z.optional(WaitingSound),
  holdSound: z.optional(WaitingSound),
  /** Only with `music`; another `holdSound` takes it away. */
  holdMusic: z.optional(z.nullable(Id)),
  holdAnnouncement: z.optional(z.nullable(z.strictObject(announcement))),
};

/** Body of `POST /v1/queues`. What is left out has its usual value. */
export const CreateQueueRequest = z.strictObject({ key: Key, name: DisplayName, ...settings });
export type CreateQueueRequest = z.infer<typeof CreateQueueRequest>;

/** Body of `PATCH /v1/queues/:id`. What is left out stays. */
export const ChangeQueueRequest = z.strictObject({ version: Version, name: z.optional(DisplayName), ...settings });
export type ChangeQueueRequest = z.infer<typeof ChangeQueueRequest>;
