import { html, nothing, type TemplateResult } from 'lit';
import type { ChatEntry } from '../../session/chat/chat-snapshot.js';
import type { chat } from '../localize/en/chat.js';
import type { ProviderController } from '../provider-controller.js';
import { textParts } from './text-parts.js';

type Words = ProviderController<typeof chat>;

const reasons: Readonly<Record<string, 'chat.not-sent-offline' | 'chat.not-sent-often' | 'chat.not-sent-ended'>> = {
  offline: 'chat.not-sent-offline',
  rate_limited: 'chat.not-sent-often',
  call_ended: 'chat.not-sent-ended',
  customer_not_reachable: 'chat.not-sent-ended',
};

/** A message's text, as text: what looks like markup is read, and addresses can be followed. */
export const renderText = (text: string): TemplateResult[] =>
  textParts(text).map(({ text: shown, href }) =>
    href === null
      ? html`${shown}`
      : html`<a href=${href} target="_blank" rel="noopener noreferrer" dir="ltr">${shown}</a>`,
  );

/** One message, and beneath it what became of it where that is to be said. */
export function renderEntry(
  entry: ChatEntry,
  { words, last, retry }: { readonly words: Words; readonly last: boolean; readonly retry: (entry: ChatEntry) => void },
): TemplateResult {
  const { text, state, failure } = entry;
  const failed = state === 'failed';
  return html`
    <p class="bubble ${state}" part="message" dir="auto">${renderText(text)}</p>
    ${
      failed
        ? html`<p class="state danger" role="alert">
            <span>${words.t(reasons[failure ?? ''] ?? 'chat.not-sent')}</span>
            <button class="link" type="button" @click=${() => retry(entry)}>${words.t('chat.try-again')}</button>
          </p>`
        : last && state !== 'received'
          ? html`<p class="state">${words.t(`chat.${state}`)}</p>`
          : nothing
    }
  `;
}
