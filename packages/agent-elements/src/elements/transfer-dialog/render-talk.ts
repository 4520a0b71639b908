import { html, nothing, type TemplateResult } from 'lit';
import type { ProviderController } from '@carillon/call';
import type { transfer } from '../localize/en/transfer.js';

/** How a call goes on that two agents have talked about. */
export interface TalkView {
  readonly words: ProviderController<typeof transfer>;
  /** The other agent. */
  readonly name: string;
  /** Whether all three talk. */
  readonly conference: boolean;
  readonly pending: boolean;
  readonly complete: () => void;
  readonly join: () => void;
  readonly back: () => void;
}

/** The ways on: leave the call to the other agent, let the customer in, or go back to them. */
export function renderTalk({ words, name, conference, pending, ...ways }: TalkView): TemplateResult {
  return html`
    <button class="button primary" type="button" aria-disabled=${pending} @click=${ways.complete}>
      ${words.t('transfer.complete', { name })}
    </button>
    ${
      conference
        ? nothing
        : html`<button class="button" type="button" aria-disabled=${pending} @click=${ways.join}>
            ${words.t('transfer.join')}
          </button>`
    }
    <button class="button quiet" type="button" aria-disabled=${pending} @click=${ways.back}>
      ${words.t(conference ? 'transfer.send-away' : 'transfer.back', { name })}
    </button>
  `;
}
