import * as z from 'zod/mini';
import { EpochMs, Id } from './common.js';
import { shownText } from './text.js';

/** What could not be shown, and what no database keeps. */
const unprintable = /[\p{Cc}\p{Cs}]/u;

/** A picture behind the person: an `Id` where the server keeps it, else what the page calls it, such as `company:hall`. */
const ImageId = /* @__PURE__ */ z.string().check(
  z.minLength(1),
  z.maxLength(128),
  z.refine((id) => !unprintable.test(id), 'holds characters that cannot be shown'),
);

/** What an agent has chosen to be done to their camera's picture (BGD-1). Strength 1: shapes stay, 3: nothing can be read. */
export const BackgroundChoice = /* @__PURE__ */ z
  .strictObject({
    background: z.enum(['none', 'blur', 'image']),
    strength: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    faceTrace: z.boolean(),
    /** Which picture, for `image`; null otherwise. */
    imageId: z.nullable(ImageId),
  })
  .check(
    z.refine(({ background, imageId }) => (background === 'image') === (imageId !== null), {
      path: ['imageId'],
      error: 'goes with a picture, and only with one',
    }),
  );
export type BackgroundChoice = z.infer<typeof BackgroundChoice>;

/** Answer of `GET` and `PUT /v1/agent/background`: null while nothing was ever chosen. */
export const AgentBackground = /* @__PURE__ */ z.object({ choice: z.nullable(BackgroundChoice) });
export type AgentBackground = z.infer<typeof AgentBackground>;

/** What a picture is called where it is offered: a line to be read, and never a path. */
export const BackgroundImageName = /* @__PURE__ */ z.pipe(
  shownText(60),
  z.string().check(z.refine((name) => !/[\\/]/.test(name), 'is a path')),
);

/** Query of `POST /v1/agent/background/images`. Its body is the file itself. */
export const AddBackgroundImageQuery = /* @__PURE__ */ z.strictObject({ name: z.optional(BackgroundImageName) });
export type AddBackgroundImageQuery = z.infer<typeof AddBackgroundImageQuery>;

/** A picture that an agent has added, as it is kept: written anew as WebP. `name` is empty where none was given. */
export const BackgroundImage = /* @__PURE__ */ z.object({
  id: Id,
  name: z.string(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  addedAt: EpochMs,
});
export type BackgroundImage = z.infer<typeof BackgroundImage>;

/** All of an agent's pictures, in the order in which they were added: `backgroundLimits.images` at most. */
export const BackgroundImageList = /* @__PURE__ */ z.object({ images: z.array(BackgroundImage) });
export type BackgroundImageList = z.infer<typeof BackgroundImageList>;
