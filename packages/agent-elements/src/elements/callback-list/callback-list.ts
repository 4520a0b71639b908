import { element } from '@carillon/call';
import type { Callback } from '@carillon/contract';
import { html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { AgentSession } from '../../session/agent-session.js';
import { problemCode } from '../../session/problem-code.js';
import { AgentController } from '../agent-controller.js';
import { CallbackChosenEvent } from '../events/agent-events.js';
import { noticeText } from '../notices.js';
import { OnceMore } from '../once-more.js';
import { styles } from './callback-list.styles.js';

/**
 * Customers of the agent's queues who want to be called back, or want another link: who has waited longest comes first
 * (CBK-6, CBK-7). It follows what happens in their conversations.
 *
 * @element cc-callback-list
 * @fires {CallbackChosenEvent} cc-callback-chosen - When the agent opens one, to show its conversation.
 */
@element('cc-callback-list')
export class CcCallbackList extends LitElement {
  static override styles = styles;

  @state() private callbacks: readonly Callback[] | null = null;
  @state() private next: string | null = null;
  @state() private failure: string | null = null;

  readonly #agent: AgentController = new AgentController(this);
  #session: AgentSession | null = null;
  #stop: () => void = () => undefined;
  /** Reads the first page; what is heard meanwhile leads to one more reading. */
  readonly #reading = new OnceMore(() => this.#load(null));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.#session = null;
  }

  protected override willUpdate(): void {
    const { session } = this.#agent;
    if (session === this.#session) return;
    this.#stop();
    this.#session = session;
    this.callbacks = null;
    this.#stop = session?.onConversation(() => this.#reading.ask()) ?? (() => undefined);
    if (session) this.#reading.ask();
  }

  protected override render() {
    if (!this.#agent.session) return nothing;
    const { callbacks, failure } = this;
    return html`
      ${failure ? this.#renderFailure(failure) : nothing}
      ${!callbacks && !failure ? html`<p class="state muted" role="status">${this.#agent.t('link-list.loading')}</p>` : nothing}
      ${callbacks?.length === 0 ? html`<p class="state muted">${this.#agent.t('callbacks.empty')}</p>` : nothing}
      ${
        callbacks && callbacks.length > 0
          ? html`<ul aria-label=${this.#agent.t('callbacks.heading')}>
              ${callbacks.map((callback) => this.#renderRow(callback))}
            </ul>`
          : nothing
      }
      ${
        this.next === null
          ? nothing
          : html`<p class="state">
              <button class="button" type="button" @click=${this.#more}>${this.#agent.t('link-list.more')}</button>
            </p>`
      }
    `;
  }

  #renderRow(callback: Callback) {
    const { name, number, wish, queueName, times } = callback;
    return html`
      <li>
        <button class="row" type="button" @click=${() => this.dispatchEvent(new CallbackChosenEvent(callback))}>
          <span class="strong wrap"><bdi>${name ?? number}</bdi></span>
          <span class="wish" data-wish=${wish}>${this.#agent.t(`callbacks.${wish}`)}</span>
          <span class="about small muted">
            ${number && name ? html`<bdi dir="ltr">${number}</bdi> · ` : nothing}${queueName} ·
            ${this.#agent.t('callbacks.since', { when: this.#when(callback.requestedAt) })}
            ${times > 1 ? html`· ${this.#agent.t('callbacks.times', { times })}` : nothing}
          </span>
        </button>
      </li>
    `;
  }

  #renderFailure(code: string) {
    return html`<div class="state" role="alert">
      <p class="error">${noticeText(this.#agent, { code, subject: null })}</p>
      <button class="button" type="button" @click=${() => this.#reading.ask()}>
        ${this.#agent.t('link-list.again')}
      </button>
    </div>`;
  }

  #when(at: number): string {
    return new Intl.DateTimeFormat(this.#agent.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  }

  readonly #more = (): void => {
    if (this.next !== null) void this.#load(this.next);
  };

  async #load(cursor: string | null): Promise<void> {
    const { session } = this.#agent;
    if (!session) return;
    try {
      const { callbacks, next } = await session.callbacks(cursor);
      if (session !== this.#session) return;
      this.callbacks = cursor === null ? callbacks : [...(this.callbacks ?? []), ...callbacks];
      this.next = next;
      this.failure = null;
    } catch (error) {
      if (session === this.#session) this.failure = problemCode(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-callback-list': CcCallbackList;
  }
}
