import { longestMessage, messageLength } from '@carillon/contract';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { icon } from '../icon/icon.js';
import { sendIcon } from '../icon/chat-icons.js';
import type { chat } from '../localize/en/chat.js';
import type { ProviderController } from '../provider-controller.js';

export interface ComposerOptions {
  readonly words: ProviderController<typeof chat>;
  /** Where the text is kept while it is written. */
  readonly draft: () => string;
  readonly keep: (draft: string) => void;
  /** Takes a text that is to be sent; false where somebody stopped it, and it stays. */
  readonly send: (text: string) => boolean;
}

/** From here on the rest of the allowance is said. */
const tellFrom = 0.9 * longestMessage;

/** The field in which a message is written: it grows with its text, Enter sends, Shift and Enter begins a new line. */
export class Composer {
  readonly #host: LitElement;
  readonly #options: ComposerOptions;

  constructor(host: LitElement, options: ComposerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController({ hostUpdated: () => this.#fit() });
  }

  render(): TemplateResult {
    const { words } = this.#options;
    const draft = this.#options.draft();
    const length = messageLength(draft);
    const tooLong = length > longestMessage;
    return html`
      <form class="composer" @submit=${this.#submit}>
        <textarea
          class="input"
          part="input"
          rows="1"
          dir="auto"
          enterkeyhint="send"
          autocomplete="off"
          aria-label=${words.t('chat.write')}
          aria-describedby="keys allowance"
          aria-invalid=${tooLong}
          placeholder=${words.t('chat.write')}
          .value=${draft}
          @input=${this.#write}
          @keydown=${this.#press}
        ></textarea>
        <button
          class="button primary round"
          part="send"
          aria-label=${words.t('chat.send')}
          title=${words.t('chat.send')}
          ?disabled=${length === 0 || tooLong}
        >
          ${icon(sendIcon)}
        </button>
        <p id="allowance" class=${tooLong ? 'error' : 'hint'} role="status">${this.#renderAllowance(length)}</p>
        <span id="keys" class="visually-hidden">${words.t('chat.keys')}</span>
      </form>
    `;
  }

  focus(): void {
    this.#field?.focus();
  }

  get #field(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector('textarea');
  }

  #renderAllowance(length: number) {
    const { words } = this.#options;
    if (length > longestMessage) return words.t('chat.too-long', { count: length - longestMessage });
    return length >= tellFrom ? words.t('chat.left', { count: longestMessage - length }) : nothing;
  }

  readonly #write = (): void => {
    this.#options.keep(this.#field?.value ?? '');
    this.#host.requestUpdate();
  };

  readonly #press = (event: KeyboardEvent): void => {
    // An input method confirms its own choice by Enter.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit(event);
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const draft = this.#field?.value ?? '';
    const length = messageLength(draft);
    if (length === 0 || length > longestMessage || !this.#options.send(draft)) return;
    this.#options.keep('');
    this.#host.requestUpdate();
    this.focus();
  };

  /** As high as its text, up to what its style allows. */
  #fit(): void {
    const field = this.#field;
    if (!field) return;
    field.style.blockSize = 'auto';
    field.style.blockSize = `${field.scrollHeight + 2}px`;
  }
}
