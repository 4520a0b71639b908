import { element, icon, ProviderController } from '@carillon/call';
import type { ConversationDetail, KeptAnswer, TimelineEntry } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { problemCode } from '../../session/problem-code.js';
import { AgentController } from '../agent-controller.js';
import { ConversationReader } from '../conversation-reader.js';
import { ConversationReadEvent } from '../events/agent-events.js';
import { callLog } from '../localize/en/call-log.js';
import { noticeText } from '../notices.js';
import { answerWords } from './answer-words.js';
import { byDay, dayName, type LogDay } from './by-day.js';
import { styles } from './call-log.styles.js';
import { entryIcon, isBad } from './entry-icon.js';
import { entryWords, type Translate } from './entry-words.js';

/**
 * The history of a conversation: who called, how long it rang and was held, to whom it was passed on, what was written
 * and noted, each with its time, who did it and how long it lasted. It follows the conversation by itself.
 *
 * @element cc-call-log
 * @fires {ConversationReadEvent} cc-conversation-read - When the conversation has been read, at first and after every change.
 * @csspart day - The name of a day.
 * @csspart entry - What happened.
 */
@element('cc-call-log')
export class CcCallLog extends LitElement {
  static override styles = styles;

  /** The conversation's id. */
  @property({ attribute: 'conversation-id' }) conversationId = '';

  @state() private detail: ConversationDetail | null = null;
  @state() private failure: string | null = null;

  readonly #agent: AgentController = new AgentController(this);
  readonly #words: ProviderController<typeof callLog> = new ProviderController(this, callLog);
  readonly #reader = new ConversationReader<ConversationDetail>({
    ask: (session, id) => session.desk.conversations.get(id),
    read: (detail) => {
      this.detail = detail;
      this.failure = null;
      this.dispatchEvent(new ConversationReadEvent(detail));
    },
    failed: (error) => (this.failure = problemCode(error)),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reader.follow(null, '');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversationId')) {
      this.detail = null;
      this.failure = null;
    }
    this.#reader.follow(this.isConnected ? this.#agent.session : null, this.conversationId);
  }

  protected override render() {
    if (!this.#agent.session || this.conversationId === '') return nothing;
    const { detail, failure } = this;
    if (!detail && failure) return this.#renderFailure(failure);
    if (!detail) return html`<p class="state muted" role="status">${this.#agent.t('link-list.loading')}</p>`;
    if (detail.timeline.length === 0) return html`<p class="state muted">${this.#words.t('log.empty')}</p>`;
    return html`
      ${failure ? this.#renderFailure(failure) : nothing}
      <ol aria-label=${this.#words.t('log.label')}>
        ${byDay(detail.timeline).map((day) => this.#renderDay(day))}
      </ol>
    `;
  }

  #renderDay({ key, at, entries }: LogDay) {
    const now = Date.now() + (this.#agent.session?.clockOffsetMs ?? 0);
    return html`
      <li>
        <p class="day" part="day" id=${`day-${key}`}>${dayName(at, now, this.#agent.locale)}</p>
        <ol aria-labelledby=${`day-${key}`}>
          ${entries.map((entry) => this.#renderEntry(entry))}
        </ol>
      </li>
    `;
  }

  #renderEntry(entry: TimelineEntry) {
    const { line, about, written } = entryWords(entry, this.#translate);
    const at = new Date(entry.at);
    const time = new Intl.DateTimeFormat(this.#agent.locale, { timeStyle: 'short' }).format(at);
    return html`
      <li class="entry ${isBad(entry) ? 'bad' : ''}" part="entry" data-type=${entry.type}>
        <span class="mark">${icon(entryIcon(entry.type))}</span>
        <div class="what">
          <p>${line}</p>
          ${
            about.length > 0
              ? html`<p class="about">
                  ${about.map((one, index) => html`${index > 0 ? ' · ' : ''}<bdi>${one}</bdi>`)}
                </p>`
              : nothing
          }
          ${written === null ? nothing : html`<p class="written" dir="auto">${written}</p>`}
          ${entry.answers?.length ? this.#renderAnswers(entry.answers) : nothing}
        </div>
        <time datetime=${at.toISOString()}>${time}</time>
      </li>
    `;
  }

  #renderAnswers(answers: readonly KeptAnswer[]) {
    return html`<dl class="answers">
      ${answers.map((answer) => {
        const { label, value } = answerWords(answer, this.#agent.locale, this.#translate);
        return html`<div>
          <dt dir="auto">${label}</dt>
          <dd dir="auto">${value}</dd>
        </div>`;
      })}
    </dl>`;
  }

  #renderFailure(code: string) {
    return html`<div class="state" role="alert">
      <p class="error">${noticeText(this.#agent, { code, subject: null })}</p>
      <button class="button" type="button" @click=${() => this.#reader.again()}>
        ${this.#agent.t('link-list.again')}
      </button>
    </div>`;
  }

  readonly #translate: Translate = {
    log: (key, params) => (this.#words.t as (key: string, params?: Record<string, string>) => string)(key, params),
    agent: (key) => (this.#agent.t as (key: string) => string)(key),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-call-log': CcCallLog;
  }
}
