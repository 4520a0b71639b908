import { mostOfAnswer, valueOf, type FieldValue, type WrapUpField } from '@carillon/contract';
import type { wrapupForm } from '../localize/en/wrapup-form.js';

/** What stands in a field of the page. `bad`: the browser has something there that is none of its kind. */
export interface Draft {
  readonly text: string;
  readonly bad?: boolean;
}

/** What a draft comes to: nothing, an answer, or why it is none. */
export type Outcome =
  | { readonly is: 'nothing' }
  | { readonly is: 'answer'; readonly value: FieldValue }
  | { readonly is: 'wrong'; readonly why: keyof typeof wrapupForm; readonly most?: number };

/** An answer as its field shows it. */
export const textOf = (value: FieldValue | undefined): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '');

function read({ kind }: WrapUpField, text: string): FieldValue {
  if (kind === 'yes-no') return text === 'yes';
  return kind === 'number' ? Number(text) : text;
}

const wrongKind = { number: 'form.not-a-number', date: 'form.not-a-day' } as const;

/** Reads what stands in a field. White space alone is nothing. */
export function outcomeOf(field: WrapUpField, { text, bad = false }: Draft): Outcome {
  const { kind } = field;
  if (!bad && text.trim() === '') return { is: 'nothing' };
  const parsed = valueOf(field).safeParse(read(field, text));
  if (!bad && parsed.success) return { is: 'answer', value: parsed.data };
  if (kind === 'number' || kind === 'date') return { is: 'wrong', why: wrongKind[kind] };
  const most = kind === 'text' || kind === 'long-text' ? mostOfAnswer[kind] : Infinity;
  return [...text.trim()].length > most
    ? { is: 'wrong', why: 'form.too-long', most }
    : { is: 'wrong', why: 'form.unreadable' };
}
