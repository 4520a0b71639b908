import type { KeptAnswer } from '@carillon/contract';
import { fieldLabel } from '../field-label.js';
import type { Translate } from './entry-words.js';

export interface AnswerWords {
  readonly label: string;
  readonly value: string;
}

/** An answer of a form as it is read: days and numbers as the reader writes them, what was chosen or written as it is. */
export function answerWords({ kind, label, value }: KeptAnswer, locale: string, t: Translate): AnswerWords {
  return { label: fieldLabel(label, locale), value: valueWords(kind, value, locale, t) };
}

function valueWords(kind: KeptAnswer['kind'], value: KeptAnswer['value'], locale: string, t: Translate): string {
  if (typeof value === 'boolean') return t.log(value ? 'log.yes' : 'log.no');
  // A number may be one of a contract: it is not cut into groups.
  if (typeof value === 'number')
    return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(value);
  if (kind !== 'date') return value;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value));
}
