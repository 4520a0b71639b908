import { AgentController } from '@carillon/agent-elements';
import type { ConversationDetail, TimelineEntry } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styles } from './conversation-pane.styles.js';
import { icons } from './icons.js';
import { SessionWatch } from './session-watch.js';
import { hasText, timelineText } from './timeline-text.js';

const clock = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' });

/** One conversation: whom it is with, and what happened, notes included. Reports `desk-new-link`. */
@customElement('desk-conversation')
export class DeskConversation extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) conversationId: string | null = null;
  @state() private detail: ConversationDetail | null = null;
  @state() private failed = false;

  readonly #agent: AgentController = new AgentController(this);

  constructor() {
    super();
    new SessionWatch(this, this.#agent, {
      ready: () => void this.#load(),
      changed: ({ id }) => id === this.conversationId && void this.#load(),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversationId')) void this.#load();
  }

  protected override render() {
    if (this.conversationId === null) return html`<div class="state"><p>Select a conversation.</p></div>`;
    if (this.failed)
      return html`
        <div class="state" role="alert">
          <p>The conversation could not be loaded.</p>
          <button class="button" type="button" @click=${() => void this.#load()}>Try again</button>
        </div>
      `;
    if (this.detail?.conversation.id !== this.conversationId)
      return html`<div class="state" role="status"><p class="late">Loading…</p></div>`;
    const { conversation, person, timeline } = this.detail;
    return html`
      <div class="head">
        <div class="who">
          <h2><bdi>${conversation.title}</bdi></h2>
          <p class="muted">
            ${conversation.queueName} ·
            ${conversation.status}${person?.numbers[0] ? html` · <span dir="ltr">${person.numbers[0]}</span>` : nothing}
          </p>
        </div>
        <button
          class="icon"
          type="button"
          aria-label="Generate call link"
          title="Generate call link"
          ?disabled=${conversation.status === 'closed'}
          @click=${this.#newLink}
        >
          ${icons.link}
        </button>
      </div>
      <ol>
        ${timeline.map((entry) => this.#renderEntry(entry))}
      </ol>
    `;
  }

  #renderEntry(entry: TimelineEntry) {
    return html`
      <li class=${hasText(entry) ? 'note' : ''}>
        <p class="line">
          <span>${timelineText(entry)}</span>
          <time class="muted" datetime=${new Date(entry.at).toISOString()}>${clock.format(entry.at)}</time>
        </p>
        ${hasText(entry) ? html`<p class="text" dir="auto">${entry.text}</p>` : nothing}
      </li>
    `;
  }

  async #load(): Promise<void> {
    const { conversationId } = this;
    const { session } = this.#agent;
    if (conversationId === null || !session) return;
    this.failed = false;
    try {
      const detail = await session.desk.conversations.get(conversationId);
      // A later choice wins over a slow answer.
      if (conversationId === this.conversationId) this.detail = detail;
    } catch {
      this.failed = conversationId === this.conversationId && this.detail?.conversation.id !== conversationId;
    }
  }

  readonly #newLink = (): void => {
    const detail = this.conversationId;
    this.dispatchEvent(new CustomEvent('desk-new-link', { detail, bubbles: true, composed: true }));
  };
}
