import * as z from 'zod/mini';
import { isBlank, manyLines, maskCardNumbers, shownText } from './text.js';
import type { FieldValue, WrapUpField } from './wrap-up-form.js';

/** How long an answer in words may be, in code points. */
export const mostOfAnswer = Object.freeze({ text: 300, 'long-text': 2_000 });

const masked = z.transform(maskCardNumbers);
const plain = {
  text: z.pipe(shownText(mostOfAnswer.text), masked),
  'long-text': z.pipe(
    manyLines(mostOfAnswer['long-text']).check(z.refine((text) => !isBlank(text), 'is empty')),
    masked,
  ),
  number: z.number(),
  'yes-no': z.boolean(),
  date: z.iso.date(),
} as const;

/** What may be answered at a field. */
export const valueOf = ({ kind, choices }: Pick<WrapUpField, 'kind' | 'choices'>): z.ZodMiniType<FieldValue> =>
  kind === 'choice' ? z.string().check(z.refine((value) => choices.includes(value), 'is no choice')) : plain[kind];
