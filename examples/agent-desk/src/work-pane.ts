import { AgentController, type CallbackChosenEvent } from '@carillon/agent-elements';
import type { Conversation, Person } from '@carillon/contract';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { icons } from './icons.js';
import { SessionWatch } from './session-watch.js';
import { styles } from './work-pane.styles.js';

type View = 'conversations' | 'callbacks' | 'people';

const holds = (text: string, part: string) => text.toLocaleLowerCase().includes(part.toLocaleLowerCase());

/** Conversations and people, searchable, with the + menu. Reports `desk-select` and `desk-new-link`. */
@customElement('desk-work')
export class DeskWork extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) selected: string | null = null;
  @state() private view: View = 'conversations';
  @state() private search = '';
  @state() private conversations: readonly Conversation[] | null = null;
  @state() private people: readonly Person[] | null = null;
  @state() private failed = false;
  /** Why a call could not be taken. */
  @state() private refusal = '';
  @query('#menu') private menu!: HTMLElement;

  readonly #agent: AgentController = new AgentController(this);

  constructor() {
    super();
    new SessionWatch(this, this.#agent, {
      ready: () => void this.#load(),
      changed: (conversation) => this.#put(conversation),
    });
  }

  protected override render() {
    return html`
      <div class="top">
        <div class="row">
          <div class="views" role="group" aria-label="View">
            ${this.#renderView('conversations', 'Conversations')}${this.#renderView('callbacks', 'Callbacks')}${this.#renderView('people', 'People')}
          </div>
          <button class="icon" type="button" aria-label="New" title="New" popovertarget="menu">${icons.plus}</button>
          <div id="menu" popover>
            <button type="button" @click=${this.#newLink}>${icons.link}Generate call link</button>
          </div>
        </div>
        <input
          type="search"
          aria-label="Search"
          placeholder="Search"
          .value=${this.search}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
        />
      </div>
      <p class="refusal error" role="alert" ?hidden=${!this.refusal}>${this.refusal}</p>
      ${this.view === 'callbacks' ? this.#renderCallbacks() : this.failed ? this.#renderFailed() : this.view === 'conversations' ? this.#renderConversations() : this.#renderPeople()}
    `;
  }

  #renderView(view: View, label: string) {
    return html`
      <button type="button" aria-pressed=${this.view === view} @click=${() => (this.view = view)}>${label}</button>
    `;
  }

  #renderConversations() {
    if (!this.conversations) return this.#renderLoading();
    const rows = this.conversations.filter(({ title }) => holds(title, this.search));
    if (rows.length === 0) return this.#renderEmpty(this.search ? 'Nothing found.' : 'No conversations yet.');
    return html`
      <ul>
        ${rows.map(
          ({ id, title, status, queueName, waitingCallId }) => html`
            <li class=${waitingCallId ? 'waits' : ''}>
              <button
                type="button"
                aria-current=${id === this.selected}
                @click=${() => this.#report('desk-select', id)}
              >
                <span class="title"><bdi>${title}</bdi></span>
                <span class="muted">${queueName} · ${waitingCallId ? 'a call is waiting' : status}</span>
              </button>
              ${waitingCallId ? this.#renderClaim(waitingCallId, title) : nothing}
            </li>
          `,
        )}
      </ul>
    `;
  }

  /** Where calls do not ring by themselves, an agent takes them. */
  #renderClaim(callId: string, title: string) {
    return html`<button
      class="button claim"
      type="button"
      aria-label=${`Assign to me: the call of ${title}`}
      @click=${() => void this.#claim(callId)}
    >
      Assign to me
    </button>`;
  }

  #renderCallbacks() {
    return html`<cc-callback-list
      @cc-callback-chosen=${({ callback }: CallbackChosenEvent) => this.#report('desk-select', callback.conversationId)}
    ></cc-callback-list>`;
  }

  #renderPeople() {
    if (!this.people) return this.#renderLoading();
    const rows = this.people.filter(({ name, numbers }) => holds(`${name} ${numbers.join(' ')}`, this.search));
    if (rows.length === 0) return this.#renderEmpty(this.search ? 'Nobody found.' : 'Nobody here yet.');
    return html`
      <ul>
        ${rows.map(
          ({ name, numbers }) => html`
            <li class="person">
              <span class="title"><bdi>${name}</bdi></span>
              <span class="muted number" dir="ltr">${numbers.join(', ') || 'no number'}</span>
            </li>
          `,
        )}
      </ul>
    `;
  }

  #renderLoading() {
    return html`
      <div class="skeleton" role="status" aria-label="Loading">${[1, 2, 3].map(() => html`<span></span>`)}</div>
    `;
  }

  #renderEmpty(sentence: string) {
    return html`
      <div class="state">
        <p>${sentence}</p>
        ${this.search ? nothing : html`<button class="button" type="button" @click=${this.#newLink}>Generate call link</button>`}
      </div>
    `;
  }

  #renderFailed() {
    return html`
      <div class="state" role="alert">
        <p>The list could not be loaded.</p>
        <button class="button" type="button" @click=${() => void this.#load()}>Try again</button>
      </div>
    `;
  }

  async #claim(callId: string): Promise<void> {
    this.refusal = '';
    try {
      await this.#agent.session?.desk.calls.claim(callId);
    } catch (error) {
      const { code } = error as { code?: string };
      this.refusal =
        code === 'agent_unavailable'
          ? 'Set your status to Active to take a call.'
          : code === 'offer_taken' || code === 'call_ended'
            ? 'Somebody else was faster, or the caller has left.'
            : 'The call could not be taken. Try again.';
    }
  }

  async #load(): Promise<void> {
    const { session } = this.#agent;
    if (!session) return;
    this.failed = false;
    try {
      const [{ conversations }, { people }] = await Promise.all([
        session.desk.conversations.list(),
        session.desk.people.list(),
      ]);
      this.conversations = conversations;
      this.people = people;
    } catch {
      this.failed = true;
    }
  }

  /** A conversation that is new or has changed comes to the top. */
  #put(conversation: Conversation): void {
    this.conversations = [conversation, ...(this.conversations ?? []).filter(({ id }) => id !== conversation.id)];
  }

  readonly #newLink = (): void => {
    this.menu.hidePopover();
    this.dispatchEvent(new CustomEvent('desk-new-link', { bubbles: true, composed: true }));
  };

  #report(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
