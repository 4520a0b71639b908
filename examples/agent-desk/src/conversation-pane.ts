import type { ConversationReadEvent } from '@carillon/agent-elements';
import type { ConversationDetail } from '@carillon/contract';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styles } from './conversation-pane.styles.js';
import { icons } from './icons.js';

/** One conversation: whom it is with, and what happened, notes included. Reports `desk-new-link`. */
@customElement('desk-conversation')
export class DeskConversation extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) conversationId: string | null = null;
  @state() private detail: ConversationDetail | null = null;

  protected override render() {
    if (this.conversationId === null) return html`<div class="state"><p>Select a conversation.</p></div>`;
    return html`
      ${this.detail?.conversation.id === this.conversationId ? this.#renderHead(this.detail) : nothing}
      <cc-call-log conversation-id=${this.conversationId} @cc-conversation-read=${this.#read}></cc-call-log>
      <cc-reply-box conversation-id=${this.conversationId}></cc-reply-box>
    `;
  }

  #renderHead({ conversation, person }: ConversationDetail) {
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
    `;
  }

  readonly #read = ({ conversation }: ConversationReadEvent): void => {
    this.detail = conversation;
  };

  readonly #newLink = (): void => {
    const detail = this.conversationId;
    this.dispatchEvent(new CustomEvent('desk-new-link', { detail, bubbles: true, composed: true }));
  };
}
