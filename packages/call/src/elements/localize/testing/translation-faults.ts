import type { Dictionary, Message } from '../dictionary.js';

const formsOf = (message: Message) => (typeof message === 'string' ? [message] : Object.values<string>(message));

/** The names in braces, in any form, each once. */
const namesOf = (message: Message): string =>
  [...new Set(formsOf(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))]
    .sort()
    .join();

/** `{screen} – {brand}` is the same in every language. */
const holdsWords = (message: Message) => formsOf(message).some((form) => /\p{L}/u.test(form.replace(/\{\w+\}/g, '')));

/** The plural forms a language has; nothing for a sentence that stands alone. */
const pluralForms = (locale: string) => [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort();

function faultOf(english: Message, message: Message, locale: string): string | undefined {
  if (namesOf(message) !== namesOf(english)) return `fills {${namesOf(message)}}, English {${namesOf(english)}}`;
  if (typeof english === 'object') {
    const forms = typeof message === 'string' ? [] : Object.keys(message).sort();
    const wanted = pluralForms(locale);
    if (forms.join() !== wanted.join()) return `has the forms ${forms.join() || 'of none'}, wanted ${wanted.join()}`;
  }
  for (const form of formsOf(message)) {
    if (form.trim() !== form || form === '') return 'is empty or has spaces around it';
    if (/[!！]/.test(form)) return 'shouts';
  }
  return holdsWords(english) && JSON.stringify(message) === JSON.stringify(english) ? 'is English' : undefined;
}

/**
 * What is wrong with a translation, a sentence for each: missing or unknown keys, other names in braces, plural forms
 * that the language has not or lacks, and what was left in English. `same`: keys that read like English and may.
 */
export function translationFaults(
  english: Dictionary,
  translation: Dictionary,
  locale: string,
  same: readonly string[] = [],
): readonly string[] {
  const keys = [...new Set([...Object.keys(english), ...Object.keys(translation)])].sort();
  const faults = keys.map((key) => {
    const [original, message] = [english[key], translation[key]];
    if (!message) return `${key} is missing`;
    if (!original) return `${key} is unknown`;
    const fault = faultOf(original, message, locale);
    if (same.includes(key))
      return fault === 'is English' ? undefined : (fault ?? `${key} is said to read like English`);
    return fault && `${key} ${fault}`;
  });
  return faults.filter((fault) => fault !== undefined);
}
