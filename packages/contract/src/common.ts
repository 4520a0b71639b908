import * as z from 'zod/mini';

/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z, always by the server's clock. */
export const EpochMs = z.int().check(z.nonnegative());
export type EpochMs = z.infer<typeof EpochMs>;

/** An opaque record id: a three-letter kind, an underscore and 22 base64url characters (128 bits). */
export const Id = z.string().check(z.regex(/^[a-z]{3}_[A-Za-z0-9_-]{22}$/));
export type Id = z.infer<typeof Id>;

/** Whether a call was started with a camera or with sound only. */
export const Medium = z.enum(['audio', 'video']);
export type Medium = z.infer<typeof Medium>;

/** A short configuration name such as `default` or `support`. */
export const Key = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
export type Key = z.infer<typeof Key>;

/** What a media server hands out for one participant: where to connect and the token to do it with. */
export const MediaGrant = z.object({ url: z.string(), token: z.string(), identity: z.string() });
export type MediaGrant = z.infer<typeof MediaGrant>;

/** The answer of a command that has nothing to say but that it was done, and when by the server's clock. */
export const Done = z.object({ serverNow: EpochMs });
export type Done = z.infer<typeof Done>;

/** An empty request body, `{}`. Unknown fields are refused. */
export const Empty = z.strictObject({});
