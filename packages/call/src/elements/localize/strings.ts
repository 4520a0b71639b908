import type { Dictionary, Message } from './dictionary.js';

/** A dictionary, or how to load it when somebody needs the language. */
export type StringsSource = Dictionary | (() => Promise<Dictionary>);

const known = new Map<string, Record<string, Message>>();
const loaders = new Map<string, (() => Promise<Dictionary>)[]>();
const listeners = new Set<() => void>();

/**
 * Adds sentences of a language, for any package's keys. English is built in; a function is called once, when an
 * element is first shown in that language.
 */
export function registerStrings(locale: string, source: StringsSource): void {
  if (typeof source === 'function') {
    loaders.set(locale, [...(loaders.get(locale) ?? []), source]);
    // Asked for before its dictionary was announced: English is on screen and gives way.
    if (known.has(locale)) loadStrings(locale);
    return;
  }
  known.set(locale, { ...known.get(locale), ...source });
  for (const listener of [...listeners]) listener();
}

/** Called when sentences of any language arrived. Returns the way to stop. */
export function onStrings(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A locale and what it falls back to, most exact first: `de-AT`, `de`. */
const chain = (locale: string): string[] => {
  const [language = locale] = locale.split('-');
  return language === locale ? [locale] : [locale, language];
};

/** The sentence of a key in a language or its parent, or undefined: then the built-in English one is shown. */
export function findString(locale: string, key: string): Message | undefined {
  for (const candidate of chain(locale)) {
    loadStrings(candidate);
    const message = known.get(candidate)?.[key];
    if (message !== undefined) return message;
  }
  return undefined;
}

function loadStrings(locale: string): void {
  const waiting = loaders.get(locale) ?? [];
  loaders.delete(locale);
  known.set(locale, known.get(locale) ?? {});
  for (const load of waiting)
    // A language that does not load leaves English on screen; it is asked for again with the next sentence.
    load().then(
      (dictionary) => registerStrings(locale, dictionary),
      () => void loaders.set(locale, [...(loaders.get(locale) ?? []), load]),
    );
}
