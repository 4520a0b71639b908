import * as z from 'zod/mini';
import { LanguageTag } from './call-link-settings.js';
import { RingMs, Version, WrapUpMs } from './queue.js';
import { DisplayName } from './text.js';
import { WrapUpFields } from './wrap-up-fields.js';
import { Dispositions, WrapUpExtension } from './wrap-up.js';

const settings = {
  /** What link previews and the title of a link's page show. */
  name: DisplayName,
  /** The language of link configurations that name none. */
  language: LanguageTag,
  /** For queues that say nothing of their own; null: the server's own time. */
  ringMs: z.nullable(RingMs),
  wrapUpMs: z.nullable(WrapUpMs),
  /** Whether and how agents may get more time for wrapping up (WRP-6). */
  wrapUpExtension: WrapUpExtension,
  /** How long a wrap-up may be at most once it is extended, in milliseconds. */
  wrapUpLongestMs: z.int().check(z.gte(10_000), z.lte(3_600_000)),
  /** What agents choose from to say what became of a call. Empty: they are not asked. */
  dispositions: Dispositions,
  /** What agents fill in after a call. Empty: there is no form. */
  wrapUpFields: WrapUpFields,
  /** Whether anybody is asked how a call was: off, neither agents nor customers, whatever a link says of its own (WRP-9). */
  rating: z.boolean(),
};

/** What holds for the whole company. */
export const CompanySettings = z.object({ ...settings, version: Version });
export type CompanySettings = z.infer<typeof CompanySettings>;

/** Body of `PATCH /v1/settings`. What is left out stays. */
export const ChangeCompanySettingsRequest = z.strictObject({
  version: Version,
  name: z.optional(settings.name),
  language: z.optional(settings.language),
  ringMs: z.optional(settings.ringMs),
  wrapUpMs: z.optional(settings.wrapUpMs),
  wrapUpExtension: z.optional(settings.wrapUpExtension),
  wrapUpLongestMs: z.optional(settings.wrapUpLongestMs),
  dispositions: z.optional(settings.dispositions),
  wrapUpFields: z.optional(settings.wrapUpFields),
  rating: z.optional(settings.rating),
});
export type ChangeCompanySettingsRequest = z.infer<typeof ChangeCompanySettingsRequest>;
