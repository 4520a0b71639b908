import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { CallController } from '../call-controller.js';
import { ChatController } from '../chat/chat-controller.js';
import { element } from '../element.js';
import { icon } from '../icon/icon.js';
import { messageSquareIcon } from '../icon/chat-icons.js';
import { chat } from '../localize/en/chat.js';
import { ProviderController } from '../provider-controller.js';
import { styles } from './chat-button.styles.js';

/** More than this is said as `99+`. */
const mostShown = 99;

/**
 * Opens and closes the messages of a call, and says how many nobody has looked at. The panel itself is the page's: listen
 * to `click`, and set `open`.
 *
 * @element cc-chat-button
 * @attr available - Set by the element while the call has messages.
 * @attr unread - Set by the element while there are some that nobody has looked at.
 * @csspart button - The native button.
 * @csspart badge - How many are new.
 */
@element('cc-chat-button')
export class CcChatButton extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = styles;

  /** Whether the panel is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof chat> = new ProviderController(this, chat);
  readonly #messages: ChatController = new ChatController(this, this.#call);

  protected override willUpdate(): void {
    const phase = this.#call.snapshot?.phase;
    this.toggleAttribute('available', this.#messages.chat !== null && phase !== 'ended');
    this.toggleAttribute('unread', (this.#messages.snapshot?.unread ?? 0) > 0);
  }

  protected override render() {
    const unread = this.#messages.snapshot?.unread ?? 0;
    const word = this.#host.t('chat.label');
    return html`
      <button
        part="button"
        class="control ${this.open ? 'filled' : ''}"
        type="button"
        title=${word}
        aria-expanded=${this.open}
      >
        ${icon(messageSquareIcon)}
        <span class="visually-hidden">${unread > 0 ? this.#host.t('chat.unread', { count: unread }) : word}</span>
        ${
          unread > 0
            ? html`<span part="badge" class="badge" aria-hidden="true"
                >${unread > mostShown ? `${mostShown}+` : unread}</span
              >`
            : nothing
        }
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-chat-button': CcChatButton;
  }
}
