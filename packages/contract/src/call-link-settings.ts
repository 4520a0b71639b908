import * as z from 'zod/mini';
import { shownText } from './text.js';

/** How the customer of a link may call. */
export const LinkMedia = z.enum(['audio', 'video', 'both']);
export type LinkMedia = z.infer<typeof LinkMedia>;

/** What a customer is told of recording before the call: nothing, a notice, or a question they have to agree to. */
export const ConsentMode = z.enum(['off', 'notice', 'ask']);
export type ConsentMode = z.infer<typeof ConsentMode>;

/** A language such as `de`, `pt-BR` or `zh-Hans`. */
export const LanguageTag = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/));

/** `preset`: the page speaks this language. `browser`: the customer's own, and this one where there is no translation. */
export const LinkLanguage = z.strictObject({ mode: z.enum(['browser', 'preset']), language: LanguageTag });
export type LinkLanguage = z.infer<typeof LinkLanguage>;

const text = z.optional(shownText(300));

/** Texts of the company's own, by language; what is left out is said in our words. */
export const LinkTexts = z
  .record(
    LanguageTag,
    z.strictObject({
      welcome: text,
      notOpen: text,
      expired: text,
      used: text,
      waiting: text,
      ended: text,
      consent: text,
    }),
  )
  .check(z.refine((texts) => Object.keys(texts).length <= 20, 'holds more than 20 languages'));
export type LinkTexts = z.infer<typeof LinkTexts>;

/** How the call begins for the customer. */
export const InitialOptions = z.strictObject({
  muted: z._default(z.boolean(), false),
  cameraOff: z._default(z.boolean(), false),
  camera: z._default(z.enum(['front', 'back']), 'front'),
});
export type InitialOptions = z.infer<typeof InitialOptions>;

/** What the customer may do during the call. */
export const CallOptions = z.strictObject({
  mute: z._default(z.boolean(), true),
  camera: z._default(z.boolean(), true),
  switchCamera: z._default(z.boolean(), true),
  screenShare: z._default(z.boolean(), true),
  chat: z._default(z.boolean(), true),
  settings: z._default(z.boolean(), true),
});
export type CallOptions = z.infer<typeof CallOptions>;

/**
 * Who a link's calls ring at (LNK-18). `queue`: whoever the queue's rules choose. `sharer`: first the agent who shared
 * the link, for `fallbackMs` at most; then, or when they let it pass, the queue. While they are not free the call goes to
 * the queue at once, or waits for them as long (E-32).
 */
export const LinkRouting = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('queue') }),
  z.strictObject({
    to: z.literal('sharer'),
    fallbackMs: z._default(z.int().check(z.gte(3_000), z.lte(600_000)), 20_000),
    whenBusy: z._default(z.enum(['queue', 'wait']), 'queue'),
  }),
]);
export type LinkRouting = z.infer<typeof LinkRouting>;
