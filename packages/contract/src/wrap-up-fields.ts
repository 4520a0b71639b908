import * as z from 'zod/mini';
import { eachOnce } from './each-once.js';
import { LanguageTag } from './call-link-settings.js';
import { DisplayName } from './text.js';
import { WrapUpFieldKind } from './wrap-up-form.js';

/** What a program knows a field by; it stays as the label changes. */
const FieldKey = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

const label = z.union([
  DisplayName,
  z.record(LanguageTag, DisplayName).check(
    z.refine((all) => Object.keys(all).length > 0, 'holds no language'),
    z.refine((all) => Object.keys(all).length <= 20, 'holds more than 20 languages'),
  ),
]);

const field = z
  .strictObject({
    key: FieldKey,
    kind: WrapUpFieldKind,
    label,
    required: z._default(z.boolean(), false),
    choices: z._default(z.array(DisplayName).check(z.maxLength(50), z.refine(eachOnce, 'holds one twice')), []),
  })
  .check(
    z.refine(({ kind, choices }) => (kind === 'choice') === choices.length > 0, {
      error: 'has choices where it is no choice, or none where it is one',
      path: ['choices'],
    }),
  );

/** Each wrap-up carries its form along, and each agent's page hears of it: no more than a page of words. */
const mostLetters = 16_000;

/** The form of a wrap-up, in the order of its fields: at most twenty, 16,000 letters as JSON. */
export const WrapUpFields = z.array(field).check(
  z.maxLength(20),
  z.refine((all) => eachOnce(all.map(({ key }) => key)), 'holds one twice'),
  z.refine((all) => JSON.stringify(all).length <= mostLetters, 'holds more than 16,000 letters'),
);
