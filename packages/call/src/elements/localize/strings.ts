import type { Dictionary, Message } from './dictionary.js';
import { localeChain } from './locale-chain.js';

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
  if (typeof source === 'function') loaders.set(locale, [...(loaders.get(locale) ?? []), source]);
  else known.set(locale, { ...known.get(locale), ...source });
  for (const listener of [...listeners]) listener();
}

/** Called when sentences of any language arrived. Returns the way to stop. */
export function onStrings(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Adds sentences of several languages, each with the way to load them. */
export function registerTranslations(translations: Readonly<Record<string, () => Promise<Dictionary>>>): void {
  for (const [locale, load] of Object.entries(translations)) registerStrings(locale, load);
}

/** The sentence of a key in a language or what stands above it, or undefined: then the built-in English one is shown. */
export function findString(locale: string, key: string): Message | undefined {
  for (const candidate of localeChain(locale)) {
    loadStrings(candidate);
    const message = known.get(candidate)?.[key];
    if (message !== undefined) return message;
  }
  return undefined;
}

function loadStrings(locale: string): void {
  const waiting = loaders.get(locale);
  loaders.delete(locale);
  // What does not load leaves English on screen: a call goes on without its translation.
  for (const load of waiting ?? [])
    load().then(
      (dictionary) => registerStrings(locale, dictionary),
      () => undefined,
    );
}
