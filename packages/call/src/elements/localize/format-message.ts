import type { Message, MessageParams } from './dictionary.js';

/** Fills a message. Numbers are written in the locale's way; an unknown name stays as it is. */
export function formatMessage(message: Message, params: MessageParams, locale: string): string {
  const text = typeof message === 'string' ? message : (message[pluralForm(params['count'], locale)] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : (value ?? whole);
  });
}

function pluralForm(count: string | number | undefined, locale: string): Intl.LDMLPluralRule {
  return new Intl.PluralRules(locale).select(Number(count ?? 0));
}
