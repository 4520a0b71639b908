import type { FieldLabel, WrapUpField, WrapUpFieldKind } from '@carillon/contract';
import { FormError } from './admin-form.js';
import { linesOf } from './lines-of.js';

/** A field of the form after a call as the page edits it: lists are lines of text. */
export interface FieldDraft {
  /** Tells the fields of the page apart. */
  readonly id: number;
  /** What programs know it by; null for one that is new. */
  readonly key: string | null;
  readonly label: string;
  /** The label in other languages, one a line, as `de: Grund`. */
  readonly others: string;
  readonly kind: WrapUpFieldKind;
  readonly required: boolean;
  readonly choices: string;
}

/** Each line once; what is not said is left out. */
export const eachLineOf = (text: string): string[] => [...new Set(linesOf(text))];

export const emptyDraft = (id: number): FieldDraft => ({
  ...{ id, key: null, label: '', others: '', kind: 'text', required: false, choices: '' },
});

/** @param language The company's own, in which a label is read first. */
export function toDraft(
  { key, label, kind, required, choices }: WrapUpField,
  id: number,
  language: string,
): FieldDraft {
  const all = typeof label === 'string' ? { [language]: label } : label;
  const first = Object.hasOwn(all, language) ? language : (Object.keys(all)[0] ?? language);
  const others = Object.entries(all).filter(([tag]) => tag !== first);
  return {
    ...{ id, key, kind, required },
    label: all[first] ?? '',
    // A label that the company's language has no word for stays under its own.
    others: [...(first === language || others.length === 0 ? [] : [[first, all[first]]]), ...others]
      .map(([tag, words]) => `${tag}: ${words}`)
      .join('\n'),
    choices: choices.join('\n'),
  };
}

/** What programs know a field by: its label in plain letters, with a number where there is one already. */
export function keyOf(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '');
  const base = plain || 'field';
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(key)) return key;
  }
}

const inLanguage = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*:\s*(.+)$/;

function labelOf({ label, others }: FieldDraft, language: string): FieldLabel {
  const words = eachLineOf(others).map((line) => {
    const [, tag, text] = inLanguage.exec(line) ?? [];
    if (tag === undefined || text === undefined)
      throw new FormError(`“${label}”: write each language on a line of its own, as “de: Grund”.`);
    return [tag, text.trim()] as const;
  });
  return words.length === 0 ? label.trim() : { [language]: label.trim(), ...Object.fromEntries(words) };
}

/** The fields to be kept. @throws {FormError} in words, when something cannot be */
export function toFields(drafts: readonly FieldDraft[], language: string): WrapUpField[] {
  const taken = new Set(drafts.flatMap(({ key }) => (key === null ? [] : [key])));
  return drafts.map((draft) => {
    const key = draft.key ?? keyOf(draft.label, taken);
    taken.add(key);
    const choices = draft.kind === 'choice' ? eachLineOf(draft.choices) : [];
    return { key, kind: draft.kind, label: labelOf(draft, language), required: draft.required, choices };
  });
}
