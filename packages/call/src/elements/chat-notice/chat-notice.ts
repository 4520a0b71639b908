import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ChatEntry } from '../../session/chat/chat-snapshot.js';
import { CallController } from '../call-controller.js';
import { ChatController } from '../chat/chat-controller.js';
import { element } from '../element.js';
import { icon } from '../icon/icon.js';
import { messageSquareIcon } from '../icon/chat-icons.js';
import { chat } from '../localize/en/chat.js';
import { ProviderController } from '../provider-controller.js';
import { styles } from './chat-notice.styles.js';

/** How long a message is shown, and how much of it is said. */
const [shownMs, shownLength] = [6_000, 120];

const beginning = (text: string) => (text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);

/**
 * Shows for some seconds, without a sound, what has just been written, and says it to those who do not look. It is a
 * button: listen to `click` to open the messages. While they are open it says nothing.
 *
 * @element cc-chat-notice
 * @attr empty - Set by the element while there is nothing to show.
 * @csspart notice - The button.
 */
@element('cc-chat-notice')
export class CcChatNotice extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = styles;

  /** Whether the messages are open, where they are read. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** How long a message is shown, in milliseconds. */
  @property({ type: Number, attribute: 'shown-ms' }) shownMs = shownMs;

  @state() private shown: ChatEntry | null = null;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof chat> = new ProviderController(this, chat);
  readonly #messages: ChatController = new ChatController(this, this.#call);
  /** The newest message that was here before, or has been told. */
  #known: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.shown = null;
  }

  protected override willUpdate(): void {
    this.#hear();
    if (this.open) this.shown = null;
    this.toggleAttribute('empty', this.shown === null);
  }

  protected override render() {
    if (!this.shown) return nothing;
    const { text } = this.shown;
    return html`
      <button part="notice" class="notice" type="button">
        ${icon(messageSquareIcon)}
        <span class="who"><bdi>${this.#name(this.shown)}</bdi></span>
        <span class="text" dir="auto">${beginning(text)}</span>
      </button>
    `;
  }

  #name({ name }: ChatEntry): string {
    return name ?? this.#host.t('chat.other-side');
  }

  /** What was there at the first look is no news. */
  #hear(): void {
    const chat = this.#messages.snapshot;
    if (chat?.status !== 'ready') return;
    const newest = chat.entries.findLast(({ own }) => !own);
    const seq = newest?.seq ?? 0;
    const [known, unread] = [this.#known, chat.unread > 0];
    this.#known = Math.max(known ?? 0, seq);
    if (!newest || known === null || seq <= known || !unread || this.open) return;
    this.shown = newest;
    this.#host.announce(this.#host.t('chat.arrived', { name: this.#name(newest), text: beginning(newest.text) }));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.shown = null), this.shownMs);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-chat-notice': CcChatNotice;
  }
}
