import { element, ProviderController } from '@carillon/call';
import { EmailAddress, type Message, type MessageChannel } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AgentSession } from '../../session/agent-session.js';
import { problemCode } from '../../session/problem-code.js';
import { AgentController } from '../agent-controller.js';
import { ConversationReader } from '../conversation-reader.js';
import { ReplyRequestEvent } from '../events/agent-events.js';
import { replyBox } from '../localize/en/reply-box.js';
import { noticeText } from '../notices.js';
import { renderMails } from './render-mails.js';
import { styles } from './reply-box.styles.js';
import { longestText, type ReplyDraft, type ReplyFault, type ReplyField, replyFaults } from './reply-faults.js';
import { replyViews, type ReplyView } from './reply-views.js';

export type ReplyChannel = MessageChannel;

const empty: ReplyDraft = Object.freeze({ to: '', subject: '', text: '' });

/**
 * Writes to the customer of a conversation, by the ways that are open: live chat while they are on a call with the agent,
 * e-mail where a mail server is set up. With more than one there is a choice, with none it takes no room. Below stands
 * what became of e-mail, with a way to send it again (MSG-2).
 *
 * @element cc-reply-box
 * @fires {ReplyRequestEvent} cc-reply-request - Before it is sent. Cancel it to keep it in the fields.
 * @csspart card - All of it.
 */
@element('cc-reply-box')
export class CcReplyBox extends LitElement {
  static override styles = styles;

  /** The conversation's id. */
  @property({ attribute: 'conversation-id' }) conversationId = '';

  /** The customer's e-mail address, where the page knows it, or empty where it knows of none; null: it is asked for. */
  @property() address: string | null = null;

  @state() private view: ReplyView | null = null;
  /** The way that the agent has chosen; until then the first one that is open. */
  @state() private chosen: MessageChannel | null = null;
  @state() private draft: ReplyDraft = empty;
  @state() private faults: ReadonlyMap<ReplyField, ReplyFault> = new Map();
  @state() private problem: string | null = null;
  @state() private elsewhere = false;
  @state() private sending = false;
  @state() private retrying: string | null = null;

  readonly #agent: AgentController = new AgentController(this);
  readonly #words: ProviderController<typeof replyBox> = new ProviderController(this, replyBox);
  readonly #reader = new ConversationReader<ReplyView>({
    ask: replyViews(() => this.address),
    read: (view) => this.#take(view),
    failed: (error) => (this.problem = problemCode(error)),
  });
  /** What is being sent is called this until it has arrived: sent again, it is the same. */
  #clientId: string | null = null;
  /** The fields that were filled in from what was written before, and not by the agent. */
  readonly #untouched = new Set<ReplyField>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reader.follow(null, '');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversationId')) this.#begin();
    this.#reader.follow(this.isConnected ? this.#agent.session : null, this.conversationId);
    const { view, problem } = this;
    this.toggleAttribute('empty', view ? this.#channel === null && view.mails.length === 0 : problem === null);
  }

  protected override render() {
    const { view, problem } = this;
    if (!this.#agent.session || this.hasAttribute('empty')) return nothing;
    if (!view) return problem === null ? nothing : this.#renderUnread(problem);
    const channel = this.#channel;
    return html`
      <section class="card" part="card" aria-label=${this.#words.t('reply.label')}>
        ${renderMails({
          words: this.#words,
          mails: view.mails,
          retrying: this.retrying,
          retry: (message) => void this.#retry(message),
        })}
        ${view.channels.length > 1 && channel ? this.#renderWays(view.channels, channel) : nothing}
        ${channel ? this.#renderForm(channel) : nothing}
      </section>
    `;
  }

  #renderUnread(code: string) {
    return html`<section class="card" part="card" role="alert">
      <p class="error">${noticeText(this.#agent, { code, subject: null })}</p>
      <div class="end">
        <button class="button" type="button" @click=${() => this.#reader.again()}>
          ${this.#agent.t('link-list.again')}
        </button>
      </div>
    </section>`;
  }

  #renderWays(channels: readonly MessageChannel[], channel: MessageChannel) {
    return html`
      <fieldset>
        <legend class="visually-hidden">${this.#words.t('reply.channel')}</legend>
        <div class="ways">
          ${channels.map(
            (way) => html`
              <label class="way">
                <input
                  type="radio"
                  name="way"
                  value=${way}
                  .checked=${way === channel}
                  @change=${() => this.#choose(way)}
                />
                ${this.#words.t(`reply.${way}`)}
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  #renderForm(channel: MessageChannel) {
    const mail = channel === 'email';
    return html`
      <form novalidate aria-label=${this.#words.t(`reply.${channel}`)} @submit=${this.#submit}>
        ${mail ? this.#renderLine('to', channel) : nothing} ${mail ? this.#renderLine('subject', channel) : nothing}
        <div class="field">
          <label for="text">${this.#words.t('reply.text')}</label>
          <textarea
            id="text"
            class="input"
            dir="auto"
            rows="3"
            .value=${this.draft.text}
            aria-describedby="text-fault"
            aria-invalid=${this.faults.has('text')}
            @input=${this.#write}
          ></textarea>
          ${this.#renderFault('text', channel)}
        </div>
        <div class="end">
          ${
            this.problem
              ? html`<p class="error" role="alert">
                  ${noticeText(this.#agent, { code: this.problem, subject: null })}
                </p>`
              : nothing
          }
          ${this.elsewhere ? html`<p class="hint" role="status">${this.#words.t('reply.elsewhere')}</p>` : nothing}
          <button class="button primary" ?disabled=${this.sending}>
            ${this.#words.t(this.sending ? 'reply.sending' : 'reply.send')}
          </button>
        </div>
      </form>
    `;
  }

  #renderLine(field: 'to' | 'subject', channel: MessageChannel) {
    return html`
      <div class="field">
        <label for=${field}>${this.#words.t(`reply.${field}`)}</label>
        <input
          id=${field}
          class="input"
          type=${field === 'to' ? 'email' : 'text'}
          dir=${field === 'to' ? 'ltr' : 'auto'}
          maxlength=${field === 'to' ? 254 : 200}
          autocomplete="off"
          .value=${this.draft[field]}
          aria-describedby=${`${field}-fault`}
          aria-invalid=${this.faults.has(field)}
          @input=${this.#write}
        />
        ${this.#renderFault(field, channel)}
      </div>
    `;
  }

  #renderFault(field: ReplyField, channel: MessageChannel) {
    const fault = this.faults.get(field);
    return html`<p id=${`${field}-fault`} class="error" ?hidden=${!fault}>
      ${fault ? this.#faultWords(fault, longestText(channel)) : nothing}
    </p>`;
  }

  #faultWords(fault: ReplyFault, longest: number): string {
    const count = new Intl.NumberFormat(this.#agent.locale).format(longest);
    return fault === 'text-too-long'
      ? this.#words.t('reply.text-too-long', { count })
      : this.#words.t(`reply.${fault}`);
  }

  /** The way that is written now, or null where none is open. */
  get #channel(): MessageChannel | null {
    const channels = this.view?.channels ?? [];
    return this.chosen !== null && channels.includes(this.chosen) ? this.chosen : (channels[0] ?? null);
  }

  /** Another conversation: what was written in the one before is not for this customer. */
  #begin(): void {
    this.view = null;
    this.chosen = null;
    this.#clear();
    this.problem = null;
    this.elsewhere = false;
  }

  #clear(): void {
    this.draft = empty;
    this.faults = new Map();
    this.#clientId = null;
    for (const field of ['to', 'subject'] as const) this.#untouched.add(field);
  }

  #take(view: ReplyView): void {
    if (!this.view) this.problem = null;
    this.view = view;
    const { to, subject } = view;
    const given = { to, subject };
    for (const field of ['to', 'subject'] as const)
      if (this.#untouched.has(field)) this.draft = { ...this.draft, [field]: given[field] };
  }

  #choose(way: MessageChannel): void {
    this.chosen = way;
    this.faults = new Map();
    this.problem = null;
  }

  readonly #write = ({ currentTarget }: Event): void => {
    const { id, value } = currentTarget as HTMLInputElement;
    const field = id as ReplyField;
    this.#untouched.delete(field);
    this.#clientId = null;
    this.draft = { ...this.draft, [field]: value };
    this.elsewhere = false;
    if (this.faults.has(field)) this.faults = new Map([...this.faults].filter(([one]) => one !== field));
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const channel = this.#channel;
    if (!channel || this.sending) return;
    this.faults = replyFaults(channel, this.draft);
    const [first] = this.faults.keys();
    if (first) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus());
    else
      void this.#agent.request(new ReplyRequestEvent(this.conversationId, channel), (session) =>
        this.#send(session, channel),
      );
  };

  async #send(session: AgentSession, channel: MessageChannel): Promise<void> {
    const { conversationId: id, draft } = this;
    const clientId = (this.#clientId ??= crypto.randomUUID());
    const { conversations } = session.desk;
    this.sending = true;
    this.problem = null;
    this.elsewhere = false;
    try {
      if (channel === 'email') {
        const to = EmailAddress.parse(draft.to.trim());
        const written = await conversations.mail(id, { clientId, to, subject: draft.subject.trim(), text: draft.text });
        if (id === this.conversationId) this.elsewhere = written.conversationId !== id;
      } else await conversations.message(id, { clientId, text: draft.text });
      if (id === this.conversationId) this.#sent();
    } catch (error) {
      if (id === this.conversationId) this.problem = problemCode(error);
    } finally {
      this.sending = false;
    }
  }

  #sent(): void {
    this.#clear();
    this.#reader.again();
    this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
  }

  async #retry({ id }: Message): Promise<void> {
    this.retrying = id;
    this.problem = null;
    try {
      await this.#agent.session?.desk.conversations.retryMail(id);
      this.#reader.again();
    } catch (error) {
      this.problem = problemCode(error);
    } finally {
      this.retrying = null;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-reply-box': CcReplyBox;
  }
}
