import { element, icon, linkIcon, ProviderController } from '@carillon/call';
import type { ConversationDetail } from '@carillon/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AgentSession } from '../../session/agent-session.js';
import { AgentController } from '../agent-controller.js';
import { type ConversationReadEvent, NewLinkRequestEvent } from '../events/agent-events.js';
import { NoteRequestEvent } from '../events/conversation-events.js';
import { conversation } from '../localize/en/conversation.js';
import { styles } from './conversation.styles.js';
import { NoteDrafts } from './note-drafts.js';
import { renderNotes } from './render-notes.js';

/**
 * One conversation: whom it is with, what happened in it, the notes of it with a field for another one, and what writes
 * to the customer. From 720 px on the notes stand beside the history. It reads the conversation once for all of them.
 *
 * @element cc-conversation
 * @fires {ConversationReadEvent} cc-conversation-read - When the conversation has been read, at first and after every change.
 * @fires {NewLinkRequestEvent} cc-new-link-request - A call link for it is wanted. Open `cc-call-link-generator`.
 * @fires {NoteRequestEvent} cc-note-request - Before a note is kept. Cancel it to keep it in the field.
 * @fires {ReplyRequestEvent} cc-reply-request - Before something is written to the customer. Cancel it to keep it in the fields.
 * @csspart card - All of it.
 * @csspart head - Whom it is with, and the button of the call link.
 * @csspart notes - The notes.
 * @csspart note - One of them.
 */
@element('cc-conversation')
export class CcConversation extends LitElement {
  static override styles = styles;

  /** The conversation's id. */
  @property({ attribute: 'conversation-id' }) conversationId = '';

  /** Whether the notes are open where there is no room for them beside the history. Follows the agent's choice. */
  @property({ type: Boolean, attribute: 'notes-open', reflect: true }) notesOpen = false;
  @state() private detail: ConversationDetail | null = null;

  readonly #agent: AgentController = new AgentController(this);
  readonly #words: ProviderController<typeof conversation> = new ProviderController(this, conversation);
  #drafts = new NoteDrafts(() => this.requestUpdate());
  #session: AgentSession | null = null;

  protected override willUpdate(): void {
    const { session } = this.#agent;
    // What one agent has begun is not for the next one who signs in here.
    if (session && this.#session && session !== this.#session)
      this.#drafts = new NoteDrafts(() => this.requestUpdate());
    this.#session = session ?? this.#session;
  }

  protected override render() {
    if (!this.#agent.session || this.conversationId === '') return nothing;
    const detail = this.detail?.conversation.id === this.conversationId ? this.detail : null;
    return html`
      <div class="card" part="card">
        <div class="layout" ?data-read=${detail !== null}>
          ${detail ? this.#renderHead(detail) : nothing}
          <cc-call-log conversation-id=${this.conversationId} @cc-conversation-read=${this.#read}></cc-call-log>
          ${detail ? this.#renderNotes(detail) : nothing}
          ${
            detail
              ? html`<cc-reply-box
                  conversation-id=${this.conversationId}
                  address=${detail.person?.emails[0] ?? ''}
                ></cc-reply-box>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  #renderHead({ conversation: { title, queueName, status }, person }: ConversationDetail) {
    const closed = status === 'closed';
    const label = this.#agent.t('work-list.new-link');
    const number = person?.numbers[0];
    return html`
      <div class="head" part="head">
        <div class="wrap">
          <h2><bdi>${title || this.#agent.t('work-list.no-name')}</bdi></h2>
          <p class="small muted numbers">
            <bdi>${queueName}</bdi> ·
            ${this.#agent.t(`work-list.status-${status}`)}${
              number ? html` · <span class="number" dir="ltr">${number}</span>` : nothing
            }
          </p>
        </div>
        <button
          class="button quiet round"
          type="button"
          aria-label=${label}
          title=${label}
          aria-describedby=${closed ? 'closed' : nothing}
          ?disabled=${closed}
          @click=${() => this.dispatchEvent(new NewLinkRequestEvent(this.conversationId))}
        >
          ${icon(linkIcon)}
        </button>
        ${closed ? html`<p id="closed" class="small">${this.#words.t('conversation.closed')}</p>` : nothing}
      </div>
    `;
  }

  #renderNotes({ timeline }: ConversationDetail) {
    const { conversationId: id } = this;
    return renderNotes({
      agent: this.#agent,
      words: this.#words,
      notes: this.#drafts.notes(id, timeline),
      draft: this.#drafts.of(id),
      open: this.notesOpen,
      toggle: () => void (this.notesOpen = !this.notesOpen),
      write: (text) => this.#drafts.write(id, text),
      save: () => void this.#save(id),
    });
  }

  readonly #read = ({ conversation: detail }: ConversationReadEvent): void => {
    this.detail = detail;
  };

  async #save(id: string): Promise<void> {
    const drafts = this.#drafts;
    if (drafts.of(id).state === 'saving') return;
    const text = drafts.check(id);
    if (text === null) this.renderRoot.querySelector<HTMLElement>('#note')?.focus();
    else
      await this.#agent.request(new NoteRequestEvent(id, text), ({ desk }) =>
        drafts.save(id, text, (request) => desk.conversations.note(id, request)),
      );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-conversation': CcConversation;
  }
}
