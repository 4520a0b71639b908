import * as z from 'zod/mini';
import { eachOnce } from './each-once.js';

/** What a field of the wrap-up's form asks for. */
export const WrapUpFieldKind = z.enum(['text', 'long-text', 'number', 'yes-no', 'choice', 'date']);
export type WrapUpFieldKind = z.infer<typeof WrapUpFieldKind>;

/** What people read at a field: one text, or one by language. */
export const FieldLabel = z.union([z.string(), z.record(z.string(), z.string())]);
export type FieldLabel = z.infer<typeof FieldLabel>;

/** A field that agents fill in while they wrap up a call. `choices` are those of the kind `choice`, in their order. */
export const WrapUpField = z.object({
  key: z.string(),
  kind: WrapUpFieldKind,
  label: FieldLabel,
  required: z.boolean(),
  choices: z.array(z.string()),
});
export type WrapUpField = z.infer<typeof WrapUpField>;

export const FieldValue = z.union([z.string().check(z.maxLength(8_000)), z.number(), z.boolean()]);
export type FieldValue = z.infer<typeof FieldValue>;

/** What an agent has answered at a field; one without an answer is left out. */
export const WrapUpAnswer = z.strictObject({ key: z.string().check(z.maxLength(40)), value: FieldValue });
export type WrapUpAnswer = z.infer<typeof WrapUpAnswer>;
export const WrapUpAnswers = z.array(WrapUpAnswer).check(
  z.maxLength(20),
  z.refine((all) => eachOnce(all.map(({ key }) => key)), 'holds one twice'),
);

/** An answer as it is kept: with the field as it was then, whatever the company asks for since. */
export const KeptAnswer = z.object({ key: z.string(), kind: WrapUpFieldKind, label: FieldLabel, value: FieldValue });
export type KeptAnswer = z.infer<typeof KeptAnswer>;

/** Body of `PUT /v1/wrapups/:id/answers`. All answers, each time. */
export const SaveAnswersRequest = z.strictObject({ answers: WrapUpAnswers });
export type SaveAnswersRequest = z.infer<typeof SaveAnswersRequest>;
