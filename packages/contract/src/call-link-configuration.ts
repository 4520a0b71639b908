import * as z from 'zod/mini';
import { Brand, SetBrand } from './call-link-brand.js';
import { CallLinkKind, maxLinkLifeMs } from './call-link.js';
import {
  CallOptions,
  ConsentMode,
  InitialOptions,
  LinkLanguage,
  LinkMedia,
  LinkRouting,
  LinkTexts,
} from './call-link-settings.js';
import { AllowedHours } from './call-link-window.js';
import { EpochMs, Id, Key } from './common.js';
import { limits } from './limits.js';
import { pageFields } from './page.js';
import { shownText } from './text.js';

/** The configuration whose links are made where none is named. It is always there (LNK-17). */
export const defaultConfigurationKey = 'default';

/** What a configuration decides beyond its kind, queue, life and brand; what is left out has these defaults. */
const settings = {
  language: z._default(LinkLanguage, { mode: 'browser', language: 'en' }),
  texts: z._default(LinkTexts, {}),
  /** When its links can be used; null: always. */
  hours: z._default(z.nullable(AllowedHours), null),
  routing: z._default(LinkRouting, { to: 'queue' }),
  initialOptions: z.prefault(InitialOptions, {}),
  callOptions: z.prefault(CallOptions, {}),
  consent: z._default(ConsentMode, 'off'),
  /** Whether its customers are asked how a call was; off where the region does not allow it (WRP-9). */
  rating: z._default(z.boolean(), true),
};
export const LinkSettings = z.object(settings);
export type LinkSettings = z.infer<typeof LinkSettings>;

const lifeMs = z.int().check(z.gte(60_000), z.lte(maxLinkLifeMs));

/** Body of `POST /v1/link-configurations`. */
export const CreateLinkConfigurationRequest = z.strictObject({
  ...settings,
  /** Default: the customer's own, else the company's. */
  language: z.optional(LinkLanguage),
  key: Key,
  name: shownText(100),
  kind: CallLinkKind,
  queueId: Id,
  media: z._default(LinkMedia, 'both'),
  /** How long its one-time and expiry links live. Default: 24 hours. */
  lifeMs: z._default(lifeMs, limits.linkMs),
  brand: SetBrand,
});
export type CreateLinkConfigurationRequest = z.infer<typeof CreateLinkConfigurationRequest>;

/**
 * Body of `PATCH /v1/link-configurations/:key`: what changes, each as a whole, and the version it was read as. Links that
 * were made already keep their kind and end; all else is theirs, too.
 */
export const ChangeLinkConfigurationRequest = z.strictObject({
  version: z.int(),
  name: z.exactOptional(shownText(100)),
  kind: z.exactOptional(CallLinkKind),
  queueId: z.exactOptional(Id),
  media: z.exactOptional(LinkMedia),
  lifeMs: z.exactOptional(lifeMs),
  brand: z.exactOptional(SetBrand),
  language: z.exactOptional(LinkLanguage),
  texts: z.exactOptional(LinkTexts),
  hours: z.exactOptional(z.nullable(AllowedHours)),
  routing: z.exactOptional(LinkRouting),
  initialOptions: z.exactOptional(InitialOptions),
  callOptions: z.exactOptional(CallOptions),
  consent: z.exactOptional(ConsentMode),
  rating: z.exactOptional(z.boolean()),
});
export type ChangeLinkConfigurationRequest = z.infer<typeof ChangeLinkConfigurationRequest>;

/** What a company has decided about a sort of link. */
export const LinkConfiguration = z.object({
  ...settings,
  key: Key,
  name: z.string(),
  kind: CallLinkKind,
  queueId: Id,
  queueName: z.string(),
  media: LinkMedia,
  lifeMs: z.int(),
  brand: Brand,
  version: z.int(),
  archivedAt: z.nullable(EpochMs),
});
export type LinkConfiguration = z.infer<typeof LinkConfiguration>;
export const LinkConfigurationList = z.object({ configurations: z.array(LinkConfiguration), ...pageFields });
export type LinkConfigurationList = z.infer<typeof LinkConfigurationList>;

/** What an agent has to know of it: what to call it, and whether it asks for a time-frame (LNK-13). */
export const LinkChoice = z.object({
  key: Key,
  name: z.string(),
  kind: CallLinkKind,
  media: LinkMedia,
  /** When its links can be used, beside their window; null: always. */
  hours: z.optional(z.nullable(AllowedHours)),
});
export type LinkChoice = z.infer<typeof LinkChoice>;
export const LinkChoiceList = z.object({ choices: z.array(LinkChoice) });
export type LinkChoiceList = z.infer<typeof LinkChoiceList>;
