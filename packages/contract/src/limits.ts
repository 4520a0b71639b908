/** Times both sides must agree on. All in milliseconds. */
export const limits = Object.freeze({
  /** How long an agent's phone rings before the next agent's does (spec §2: 3 to 60 s). */
  ringMs: 30_000,
  /** Wrap-up after a call (spec WRP-4). */
  wrapUpMs: 30_000,
  /** A link's lease: bound to one browser, renewed while its customer waits (design §6). */
  leaseMs: 90_000,
  /** How often a page says that it is there. */
  presenceEveryMs: 5_000,
  /** After this long without a sign a page counts as gone. */
  presenceGoneMs: 15_000,
  /** How long a call waits for a side that is away before it ends as `connection_lost`. */
  absentMs: 120_000,
  /** After the farewell of a closing page: time for a reload to come back before it counts as gone. */
  farewellMs: 20_000,
  /** Accepted, but the agent's microphone does not come: back to the queue. */
  connectMs: 15_000,
  /** A link's life where its configuration says nothing. */
  linkMs: 24 * 3_600_000,
  /** Comment frame that keeps a stream open, and the silence after which a client gives it up. */
  heartbeatMs: 15_000,
  silenceMs: 30_000,
});
