import { element, icon, linkIcon, plusIcon } from '@carillon/call';
import type { Conversation } from '@carillon/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AgentSession } from '../../session/agent-session.js';
import { problemCode } from '../../session/problem-code.js';
import { AgentController } from '../agent-controller.js';
import { ClaimRequestEvent, ConversationChosenEvent, NewLinkRequestEvent } from '../events/agent-events.js';
import { ConversationRows } from './conversation-rows.js';
import { styles } from './work-list.styles.js';

/** What a list holds: conversations that are the agent's own, or all of their queues. */
export type WorkView = 'mine' | 'all';

const views = ['mine', 'all'] as const;
const sayClaim = { agent_unavailable: 'unavailable', offer_taken: 'gone', call_ended: 'gone' } as const;

/**
 * The agent's conversations, the latest first: their own or all of their queues, to search, to open, and to take a call
 * from that waits in a queue which does not ring by itself. It changes as the server tells; nothing is refreshed by hand.
 *
 * @element cc-work-list
 * @fires {ConversationChosenEvent} cc-conversation-chosen - A conversation was chosen, by its id.
 * @fires {ClaimRequestEvent} cc-claim-request - Before a waiting call is taken. Cancel it to leave it waiting.
 * @fires {NewLinkRequestEvent} cc-new-link-request - A call link is wanted. Open `cc-call-link-generator`.
 * @csspart list - The list, a `ul`.
 */
@element('cc-work-list')
export class CcWorkList extends LitElement {
  static override styles = styles;

  /** The conversation that the page shows, by its id. */
  @property() selected: string | null = null;
  /** What is listed. Follows the agent's choice. */
  @property({ reflect: true }) view: WorkView = 'all';
  @state() private search = '';
  /** Why a call could not be taken. */
  @state() private refusal: 'unavailable' | 'gone' | 'failed' | null = null;

  readonly #agent: AgentController = new AgentController(this);
  readonly #rows = new ConversationRows(
    (cursor) => this.#session?.desk.conversations.list(cursor) ?? Promise.reject(new Error('There is no session.')),
    () => this.requestUpdate(),
  );
  #session: AgentSession | null = null;
  #stop: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
  }

  protected override willUpdate(): void {
    if (this.isConnected) this.#follow(this.#agent.session);
  }

  protected override render() {
    return html`
      <section class="column" aria-label=${this.#agent.t('work-list.label')}>
        <div class="top">
          <div class="row">
            <div class="views" role="group" aria-label=${this.#agent.t('work-list.label')}>
              ${views.map(
                (view) => html`
                  <button type="button" aria-pressed=${view === this.view} @click=${() => (this.view = view)}>
                    ${this.#agent.t(`work-list.${view}`)}
                  </button>
                `,
              )}
            </div>
            <button class="plus" type="button" aria-label=${this.#agent.t('work-list.new')} popovertarget="menu">
              ${icon(plusIcon)}
            </button>
            <div id="menu" popover>
              <button type="button" @click=${this.#newLink}>
                ${icon(linkIcon)} ${this.#agent.t('work-list.new-link')}
              </button>
            </div>
          </div>
          <input
            type="search"
            aria-label=${this.#agent.t('work-list.search')}
            placeholder=${this.#agent.t('work-list.search')}
            .value=${this.search}
            @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
          />
        </div>
        <p class="refusal" role="alert" ?hidden=${!this.refusal}>
          ${this.refusal ? this.#agent.t(`work-list.claim-${this.refusal}`) : nothing}
        </p>
        ${this.#rows.failed ? this.#renderFailed() : this.#renderRows()}
      </section>
    `;
  }

  #renderRows() {
    if (!this.#rows.rows)
      return html`<div class="skeleton" role="status" aria-label=${this.#agent.t('work-list.loading')}>
        ${[1, 2, 3].map(() => html`<span></span>`)}
      </div>`;
    const shown = this.#rows.rows.filter((row) => this.#belongs(row));
    if (shown.length === 0) return this.#renderEmpty();
    return html`
      <ul part="list">
        ${shown.map((row) => this.#renderRow(row))}
      </ul>
      ${this.#renderMore()}
    `;
  }

  #renderRow({ id, title, status, queueName, waitingCallId }: Conversation) {
    const state = this.#agent.t(waitingCallId ? 'work-list.waits' : `work-list.status-${status}`);
    const who = title || this.#agent.t('work-list.no-name');
    return html`
      <li>
        <button class="open" type="button" aria-current=${id === this.selected} @click=${() => this.#choose(id)}>
          <bdi class="title">${who}</bdi>
          <span class="muted"><bdi>${queueName}</bdi> · ${state}</span>
        </button>
        ${
          waitingCallId
            ? html`<button
                class="button claim"
                type="button"
                aria-label=${this.#agent.t('work-list.claim-of', { who })}
                @click=${() => void this.#claim(waitingCallId)}
              >
                ${this.#agent.t('work-list.claim')}
              </button>`
            : nothing
        }
      </li>
    `;
  }

  #renderMore() {
    if (this.#rows.next === null) return nothing;
    return html`<button class="button more" type="button" @click=${() => void this.#rows.more()}>
      ${this.#agent.t('work-list.more')}
    </button>`;
  }

  #renderEmpty() {
    const words = this.search.trim() ? 'nothing-found' : `empty-${this.view}`;
    return html`
      <p class="state" role="status">${this.#agent.t(`work-list.${words as 'nothing-found'}`)}</p>
      ${this.#renderMore()}
    `;
  }

  #renderFailed() {
    return html`
      <div class="state" role="alert">
        <p>${this.#agent.t('work-list.failed')}</p>
        <button class="button" type="button" @click=${() => void this.#rows.read()}>
          ${this.#agent.t('work-list.again')}
        </button>
      </div>
    `;
  }

  /** A call that waits belongs to whoever takes it, so it is in no list of one agent. */
  #belongs({ agentId, title }: Conversation): boolean {
    const own = this.view === 'all' || agentId === this.#agent.desk?.agent?.id;
    return own && title.toLocaleLowerCase().includes(this.search.trim().toLocaleLowerCase());
  }

  #follow(session: AgentSession | null): void {
    if (session === this.#session) return;
    this.#stop?.();
    this.#rows.close();
    this.#session = session;
    this.#stop = session?.onConversation((conversation) => this.#rows.put(conversation)) ?? null;
    if (session) void this.#rows.read();
  }

  #choose(id: string): void {
    this.dispatchEvent(new ConversationChosenEvent(id));
  }

  readonly #newLink = (): void => {
    this.renderRoot.querySelector<HTMLElement>('#menu')?.hidePopover();
    this.dispatchEvent(new NewLinkRequestEvent());
  };

  async #claim(callId: string): Promise<void> {
    this.refusal = null;
    await this.#agent.request(new ClaimRequestEvent(callId), async (session) => {
      try {
        await session.claim(callId);
      } catch (error) {
        this.refusal = sayClaim[problemCode(error) as keyof typeof sayClaim] ?? 'failed';
      }
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-work-list': CcWorkList;
  }
}
