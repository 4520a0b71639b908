import { type KeptAnswer, valueOf, type WrapUpAnswer, type WrapUpField } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { WrapUpRow } from '../transition/rows.js';

type Form = Pick<WrapUpRow, 'fields'>;

const fieldsOf = ({ fields }: Form) => JSON.parse(fields) as WrapUpField[];

/** What is answered in a wrap-up's form. */
export const answersOf = ({ answers }: Pick<WrapUpRow, 'answers'>): WrapUpAnswer[] =>
  JSON.parse(answers) as WrapUpAnswer[];

/**
 * Answers as they are kept, in the order of the form. Refuses what the form did not ask for when the call ended; a key
 * that the caller made up is not repeated. @throws {DomainError} `invalid_request`
 */
export function checkAnswers(form: Form, answers: readonly WrapUpAnswer[]): WrapUpAnswer[] {
  const fields = fieldsOf(form);
  const known = new Set(fields.map(({ key }) => key));
  const refused = answers.some(({ key }) => !known.has(key)) ? ['answers'] : [];
  const kept: WrapUpAnswer[] = [];
  for (const field of fields) {
    const answer = answers.find(({ key }) => key === field.key);
    if (!answer) continue;
    const { success, data } = valueOf(field).safeParse(answer.value);
    if (success) kept.push({ key: field.key, value: data });
    else refused.push(`answers.${field.key}`);
  }
  if (refused.length > 0) throw new DomainError('invalid_request', { fields: refused });
  return kept;
}

/** Refuses answers that leave a required field out. @throws {DomainError} `answers_missing`, with the fields */
export function checkComplete(form: Form, answers: readonly WrapUpAnswer[]): void {
  const answered = new Set(answers.map(({ key }) => key));
  const missing = fieldsOf(form).filter(({ key, required }) => required && !answered.has(key));
  if (missing.length > 0)
    throw new DomainError('answers_missing', { fields: missing.map(({ key }) => `answers.${key}`) });
}

/** Answers with what was asked, so that they can be read whatever the company asks for since. */
export const withQuestions = (form: Form, answers: readonly WrapUpAnswer[]): KeptAnswer[] =>
  fieldsOf(form).flatMap(({ key, kind, label }) =>
    answers.filter((answer) => answer.key === key).map(({ value }) => ({ key, kind, label, value })),
  );

const written: ReadonlySet<string> = new Set(['text', 'long-text']);

/** Answers that a webhook may carry: what somebody wrote is asked for at the API, where it can be forgotten. */
export const answersToTell = (form: Form, answers: readonly WrapUpAnswer[]): WrapUpAnswer[] =>
  withQuestions(form, answers).flatMap(({ key, kind, value }) => (written.has(kind) ? [] : [{ key, value }]));
