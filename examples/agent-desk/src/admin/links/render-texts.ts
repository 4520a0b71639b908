import { directionOf } from '@carillon/call';
import type { LinkTexts } from '@carillon/contract';
import { html, type TemplateResult } from 'lit';
import type { Fields } from './fields.js';
import { renderSelect, renderText } from './render-field.js';
import { languages, ownTexts } from './words.js';

/** Texts with one of them changed; what is empty is not there. */
export function withText(texts: LinkTexts, language: string, name: string, value: string): LinkTexts {
  const kept = Object.entries({ ...texts[language], [name]: value }).filter(([, text]) => text !== '');
  const others = Object.entries(texts).filter(([tag]) => tag !== language);
  return Object.fromEntries(kept.length === 0 ? others : [...others, [language, Object.fromEntries(kept)]]);
}

export interface TextFields extends Fields {
  readonly texts: LinkTexts;
  /** The language whose texts are in the fields. */
  readonly shown: string;
}

/** Which language the page speaks, and the company's own words in each. */
export function renderTexts({ configuration, draft, errors, texts, shown }: TextFields): TemplateResult {
  const { mode, language } = configuration.language;
  return html`
    <fieldset>
      <legend>Languages and texts</legend>
      <div class="pair">
        ${renderSelect({
          name: 'language.mode',
          label: 'The page speaks',
          value: mode,
          choices: [
            ['browser', 'The customer’s language'],
            ['preset', 'Always the same language'],
          ],
        })}
        ${renderSelect({
          name: 'language.language',
          label: draft.language.mode === 'preset' ? 'Language' : 'Where it is not translated',
          value: language,
          choices: languages(language),
        })}
      </div>
      ${renderSelect({
        name: 'textsOf',
        label: 'Words of your own in',
        value: language,
        choices: languages(language).map(([tag, words]) => [tag, texts[tag] ? `${words} ✓` : words] as const),
        hint: 'What is empty is said in our words.',
      })}
      ${ownTexts.map(([name, label]) =>
        renderText({
          name: `texts:${name}`,
          label,
          value: texts[shown]?.[name] ?? '',
          maxlength: 300,
          lang: shown,
          dir: directionOf(shown),
          error: errors.get(`texts.${shown}.${name}`),
        }),
      )}
    </fieldset>
  `;
}
