import { readAlike } from '@carillon/call';
import type { JoinView, LinkTexts } from '@carillon/contract';

/** The company's texts for a link's screens. */
export type OwnWords = LinkTexts[string];

/**
 * The company's own texts in the language of the page, or the nearest there is: the preset one first where the link has
 * one, as the page may speak another where ours are not translated.
 */
export function ownWords(view: JoinView | null | undefined, locale: string): OwnWords {
  const { texts = {}, language } = view ?? {};
  const usual = language ? texts[language.language] : undefined;
  if (language?.mode === 'preset' && usual) return usual;
  const near = Object.keys(texts).find((tag) => readAlike(tag, locale));
  return texts[locale] ?? texts[locale.split('-')[0] ?? ''] ?? texts[near ?? ''] ?? usual ?? {};
}
