import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Chat } from '../../session/chat/chat.js';
import type { ChatEntry, ChatSnapshot } from '../../session/chat/chat-snapshot.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { MessageRequestEvent } from '../events/message-request-event.js';
import { icon } from '../icon/icon.js';
import { chevronDownIcon, xIcon } from '../icon/icons.js';
import { chat as english } from '../localize/en/chat.js';
import { ProviderController } from '../provider-controller.js';
import { ChatController } from './chat-controller.js';
import { styles } from './chat.styles.js';
import { Composer } from './composer.js';
import { type ChatGroup, groupEntries } from './group-entries.js';
import { renderEntry } from './render-entry.js';
import { ScrollEnd } from './scroll-end.js';

const dayMs = 24 * 3_600_000;

/**
 * The messages of the call and a field to write one. It shows at once what is written, and then what became of it. Texts
 * are shown as text and never as markup. While it is on the page and its end is in view, what comes counts as seen; the
 * draft stays with the call when the element is taken away.
 *
 * @element cc-chat
 * @fires {MessageRequestEvent} cc-message-request - Before a message is sent. Cancel it to keep it in the field.
 * @attr {'customer'|'agent'} density - 44 px controls for customers (default), 32 px for agents.
 * @fires {Event} close - When the person wants the panel closed: by its button, or by Escape. It does not bubble.
 * @csspart log - The list of messages.
 * @csspart message - One message.
 * @csspart input - The field.
 * @csspart send - The button that sends.
 */
@element('cc-chat')
export class CcChat extends LitElement {
  static override styles = styles;

  /** Whether there is a button that closes the panel. */
  @property({ type: Boolean }) closable = false;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof english> = new ProviderController(this, english);
  readonly #messages: ChatController = new ChatController(this, this.#call);
  readonly #scroll = new ScrollEnd();
  /** A keyboard that opens, or a window that changes, leaves the end in view. */
  readonly #size = new ResizeObserver(() => this.#keepPlace());
  readonly #composer: Composer = new Composer(this, {
    words: this.#host,
    draft: () => this.#chat?.draft ?? '',
    keep: (draft) => {
      if (this.#chat) this.#chat.draft = draft;
    },
    send: (text) => this.#send(text),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#see);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#see);
  }

  /** Puts the cursor into the field, or on the list where nothing can be written. */
  override focus(): void {
    if (this.#messages.snapshot?.mayWrite) this.#composer.focus();
    else this.#log?.focus();
  }

  protected override willUpdate(): void {
    this.#scroll.remember(this.#log);
  }

  protected override render() {
    const chat = this.#messages.snapshot;
    return html`
      <section class="panel" @keydown=${this.#press}>
        <header>
          <h2>${this.#host.t('chat.label')}</h2>
          ${this.closable ? this.#renderClose() : nothing}
        </header>
        <div class="list">
          <div
            class="log"
            part="log"
            role="log"
            tabindex="0"
            aria-label=${this.#host.t('chat.label')}
            aria-busy=${chat?.status === 'loading'}
            @scroll=${this.#scrolled}
          >
            ${chat ? this.#renderList(chat) : nothing}
          </div>
          ${chat && chat.unread > 0 && !this.#scroll.atEnd ? this.#renderNewer() : nothing}
        </div>
        ${chat?.mayWrite === false && chat.status === 'ready' ? this.#renderReadOnly() : this.#composer.render()}
      </section>
    `;
  }

  protected override firstUpdated(): void {
    if (this.#log) this.#size.observe(this.#log);
  }

  protected override updated(): void {
    this.#keepPlace();
    // Not while this is drawn: what it changes is drawn next.
    queueMicrotask(this.#see);
  }

  #keepPlace(): void {
    this.#scroll.keep(this.#log, this.#messages.snapshot?.entries[0]?.key);
  }

  get #chat(): Chat | null {
    return this.#messages.chat;
  }

  get #log(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.log');
  }

  #renderClose() {
    const label = this.#host.t('chat.close');
    return html`
      <button class="button quiet round" type="button" aria-label=${label} title=${label} @click=${this.#close}>
        ${icon(xIcon)}
      </button>
    `;
  }

  #renderList({ status, entries, older, loadingOlder }: ChatSnapshot) {
    if (status === 'failed' && entries.length === 0) return this.#renderFailed();
    if (status === 'loading' && entries.length === 0)
      return html`<p class="note late" role="status">${this.#host.t('chat.loading')}</p>`;
    if (entries.length === 0) return html`<p class="note">${this.#host.t('chat.empty')}</p>`;
    const last = entries.findLast(({ own, state }) => own && state !== 'failed');
    return html`
      ${
        older
          ? html`<button class="button quiet earlier" type="button" ?disabled=${loadingOlder} @click=${this.#readOlder}>
              ${this.#host.t('chat.earlier')}
            </button>`
          : nothing
      }
      ${repeat(
        groupEntries(entries),
        ({ key }) => key,
        (group) => this.#renderGroup(group, last),
      )}
    `;
  }

  #renderGroup({ own, name, at, entries }: ChatGroup, last: ChatEntry | undefined) {
    return html`
      <div class="group ${own ? 'own' : ''}">
        <p class="who">
          <bdi>${own ? this.#host.t('chat.you') : (name ?? this.#host.t('chat.other-side'))}</bdi>
          <time datetime=${new Date(at).toISOString()}>${this.#time(at)}</time>
        </p>
        ${repeat(
          entries,
          ({ key }) => key,
          (entry) =>
            renderEntry(entry, {
              words: this.#host,
              last: entry === last,
              retry: ({ key }) => this.#chat?.retry(key),
            }),
        )}
      </div>
    `;
  }

  #renderFailed() {
    return html`
      <div class="note" role="alert">
        <p>${this.#host.t('chat.failed')}</p>
        <button class="button" type="button" @click=${() => this.#chat?.read()}>
          ${this.#host.t('chat.try-again')}
        </button>
      </div>
    `;
  }

  #renderNewer() {
    return html`
      <button class="button newer" type="button" @click=${this.#toEnd}>
        ${icon(chevronDownIcon)}${this.#host.t('chat.newer')}
      </button>
    `;
  }

  #renderReadOnly() {
    return html`<p class="read-only" role="status">${this.#host.t('chat.read-only')}</p>`;
  }

  /** The time alone for what was written within a day. */
  #time(at: number): string {
    const recent = Math.abs(this.#host.serverNow() - at) < dayMs / 2;
    const dated: Intl.DateTimeFormatOptions = recent ? {} : { dateStyle: 'short' };
    return new Intl.DateTimeFormat(this.#host.locale, { timeStyle: 'short', ...dated }).format(at);
  }

  #send(text: string): boolean {
    const event = new MessageRequestEvent(text);
    this.#call.request(event, (call) => call.message(text));
    if (!event.defaultPrevented) this.#scroll.atEnd = true;
    return !event.defaultPrevented;
  }

  readonly #see = (): void => {
    if (this.isConnected && this.#scroll.atEnd && document.visibilityState === 'visible') this.#chat?.see();
  };

  #scrolled({ currentTarget }: Event): void {
    if (!this.#scroll.look(currentTarget as HTMLElement)) return;
    this.#see();
    this.requestUpdate();
  }

  #press({ key }: KeyboardEvent): void {
    if (key === 'Escape' && this.closable) this.#close();
  }

  #close(): void {
    this.dispatchEvent(new Event('close'));
  }

  #readOlder(): void {
    this.#scroll.atEnd = false;
    void this.#chat?.readOlder();
  }

  #toEnd(): void {
    this.#scroll.atEnd = true;
    this.requestUpdate();
    this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-chat': CcChat;
  }
}
