import { element, formatDuration, TickController } from '@carillon/call';
import { ConversationStatus, Note, Summary, type WrapUp } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { AgentSession } from '../../session/agent-session.js';
import { AgentController } from '../agent-controller.js';
import { WrapUpCloseRequestEvent, WrapUpExtendRequestEvent } from '../events/agent-events.js';
import { loadWrapupForm } from '../load-lazily.js';
import { runAnimation } from '../run-animation.js';
import { secondsLeft } from '../seconds-left.js';
import { takeLostFocus } from '../take-lost-focus.js';
import type { CcWrapupForm } from '../wrapup-form/wrapup-form.js';
import { renderDisposition } from './render-disposition.js';
import { renderRating } from './render-rating.js';
import { renderWords } from './render-words.js';
import { isFinalRefusal, NoteSaver } from './note-saver.js';
import { styles } from './wrapup.styles.js';

/** From here on the countdown asks for attention. */
const almostOverSeconds = 10;
const spanOf = ({ openedAt, endsAt }: WrapUp) => ({ createdAt: openedAt, expiresAt: endsAt });

/**
 * The work after a call: a countdown to the server's time, a note and a summary that save themselves, what became of the call, how good it
 * was and the form that the company has set, the conversation's status, and *Close*. Nothing that was written is lost when the time is over.
 *
 * @element cc-wrapup
 * @fires {WrapUpCloseRequestEvent} cc-wrapup-close-request - Before the wrap-up is closed. Cancel it to keep it open.
 * @fires {WrapUpExtendRequestEvent} cc-wrapup-extend-request - Before more time is asked for. Cancel it to leave the end.
 * @attr empty - Set by the element while there is nothing to wrap up.
 * @csspart card - The window.
 * @csspart countdown - The bar.
 */
@element('cc-wrapup')
export class CcWrapup extends LitElement {
  static override styles = styles;

  /** The status to give the conversation; null: as it is. */
  @state() private status: ConversationStatus | null = null;
  /** What was chosen here as what became of the call; undefined: nothing yet. */
  @state() private disposition: string | null | undefined;
  /** What was said here of how good the call was; undefined: nothing yet. */
  @state() private rating: number | null | undefined;

  readonly #agent: AgentController = new AgentController(this);
  readonly #note = this.#saver((session, id, note) => session.saveNote(id, note));
  readonly #summary = this.#saver((session, id, summary) => session.saveSummary(id, summary));
  /** Known also once the element is off the page, as what was written last is saved then. */
  #session: AgentSession | null = null;
  #shown: WrapUp | null = null;
  #warned = false;

  constructor() {
    super();
    new TickController(this, () => Boolean(this.#agent.desk?.wrapUp));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#flush();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#session = this.#agent.session ?? this.#session;
    const wrapUp = this.#agent.desk?.wrapUp ?? null;
    this.toggleAttribute('empty', !wrapUp);
    if (wrapUp && wrapUp.id !== this.#shown?.id) {
      this.#note.open(wrapUp.id, wrapUp.note);
      this.#summary.open(wrapUp.id, wrapUp.summary);
      this.status = null;
      this.disposition = undefined;
      this.rating = undefined;
    }
    // Where it could not be fetched it is asked for again with the next second.
    if (wrapUp && wrapUp.fields.length > 0) void loadWrapupForm().catch(() => undefined);
    // Closed by the timer: what was written last is sent off at once.
    if (!wrapUp && this.#shown) this.#flush();
  }

  #saver(save: (session: AgentSession, wrapUpId: string, text: string) => Promise<void>): NoteSaver {
    return new NoteSaver({
      save: (id, text) => (this.#session ? save(this.#session, id, text) : Promise.reject(new Error('No session.'))),
      changed: () => this.requestUpdate(),
      isFinal: isFinalRefusal,
    });
  }

  #flush(): void {
    void this.#note.flush();
    void this.#summary.flush();
  }

  protected override render() {
    const wrapUp = this.#agent.desk?.wrapUp;
    if (!wrapUp) return nothing;
    const left = secondsLeft(spanOf(wrapUp), this.#agent.serverNow());
    return html`
      <section class="card" part="card" aria-labelledby="heading" data-almost-over=${left <= almostOverSeconds}>
        <div class="track" part="countdown" aria-hidden="true">
          <div></div>
        </div>
        <header>
          <h2 id="heading">${this.#agent.t('wrapup.heading')}</h2>
          <div class="time">
            <p class="small left" role="timer">
              ${this.#agent.t('wrapup.left', { time: formatDuration(left * 1000) })}
            </p>
            ${this.#renderExtend(wrapUp)}
          </div>
        </header>
        ${this.#renderWords('note')} ${this.#renderWords('summary')}
        ${renderDisposition(this.#agent, wrapUp, this.#disposition(wrapUp), this.#chooseDisposition)}
        ${
          wrapUp.ratingAllowed
            ? renderRating(this.#agent, this.#rating(wrapUp), (rating) => this.#rate(wrapUp, rating))
            : nothing
        }
        ${wrapUp.fields.length > 0 ? html`<cc-wrapup-form .wrapUp=${wrapUp}></cc-wrapup-form>` : nothing}
        <div class="end">
          <div class="field">
            <label for="status">${this.#agent.t('wrapup.status')}</label>
            <select id="status" class="input" @change=${this.#chooseStatus}>
              ${ConversationStatus.options.map(
                (option) => html`
                  <option value=${option} ?selected=${option === (this.status ?? wrapUp.conversationStatus)}>
                    ${this.#agent.t(`wrapup.${option}`)}
                  </option>
                `,
              )}
            </select>
          </div>
          <button
            class="button primary"
            type="button"
            ?disabled=${this.#agent.desk?.pending === 'close-wrap-up' || !this.#valid('note') || !this.#valid('summary')}
            @click=${() => this.#close(wrapUp)}
          >
            ${this.#agent.t('wrapup.close')}
          </button>
        </div>
      </section>
    `;
  }

  protected override updated(): void {
    const wrapUp = this.#agent.desk?.wrapUp ?? null;
    const known = this.#shown;
    this.#shown = wrapUp;
    if (!wrapUp) {
      if (known) this.#agent.announce(this.#agent.t('wrapup.over'));
      return;
    }
    const seconds = secondsLeft(spanOf(wrapUp), this.#agent.serverNow());
    if (wrapUp.id === known?.id && wrapUp.endsAt !== known.endsAt) this.#extended(wrapUp, seconds);
    if (wrapUp.id !== known?.id) {
      this.#runBar(wrapUp);
      this.#warned = seconds <= almostOverSeconds;
      const who = wrapUp.caller.name ?? wrapUp.caller.number ?? this.#agent.t('incoming.unknown');
      this.#agent.announce(this.#agent.t('wrapup.announce', { who, seconds }));
      takeLostFocus(this, 'textarea');
    }
    if (this.#warned || seconds > almostOverSeconds) return;
    this.#warned = true;
    this.#agent.announce(this.#agent.t('wrapup.almost-over'));
  }

  #runBar({ openedAt, endsAt }: WrapUp): void {
    const bar = this.renderRoot.querySelector<HTMLElement>('.track > div');
    runAnimation(bar, endsAt - openedAt, this.#agent.serverNow() - openedAt);
  }

  #extended(wrapUp: WrapUp, seconds: number): void {
    this.#runBar(wrapUp);
    this.#warned = seconds <= almostOverSeconds;
    this.#agent.announce(this.#agent.t('wrapup.extended', { time: formatDuration(seconds * 1000) }));
  }

  /** More time, where the company allows it and there is more to be had (WRP-6). */
  #renderExtend(wrapUp: WrapUp) {
    const { extension, endsAt, latestEndsAt } = wrapUp;
    if (extension === 'none' || endsAt >= latestEndsAt) return nothing;
    return html`<button
      class="button quiet extend"
      type="button"
      aria-disabled=${this.#agent.desk?.pending === 'extend-wrap-up'}
      @click=${() => this.#extend(wrapUp)}
    >
      ${this.#agent.t(extension === 'more' ? 'wrapup.more-time' : 'wrapup.more-seconds')}
    </button>`;
  }

  #renderWords(id: 'note' | 'summary') {
    const saver = id === 'note' ? this.#note : this.#summary;
    const write = (text: string) => {
      saver.write(text);
      this.requestUpdate();
    };
    return renderWords(this.#agent, { id, saver, valid: this.#valid(id), rows: id === 'note' ? 4 : 2, write });
  }

  #valid(id: 'note' | 'summary'): boolean {
    return id === 'note' ? Note.safeParse(this.#note.text).success : Summary.safeParse(this.#summary.text).success;
  }

  #chooseStatus(event: Event): void {
    this.status = ConversationStatus.parse((event.target as HTMLSelectElement).value);
  }

  #disposition(wrapUp: WrapUp): string | null {
    return this.disposition === undefined ? wrapUp.disposition : this.disposition;
  }

  readonly #chooseDisposition = (wrapUp: WrapUp, disposition: string | null): void => {
    this.disposition = disposition;
    void this.#agent.session?.chooseDisposition(wrapUp.id, disposition);
  };

  #rating(wrapUp: WrapUp): number | null {
    return this.rating === undefined ? wrapUp.rating : this.rating;
  }

  #rate(wrapUp: WrapUp, rating: number | null): void {
    this.rating = rating;
    void this.#agent.session?.rateWrapUp(wrapUp.id, rating);
  }

  /** The form, once its code is there. Without it the server says what is missing. */
  get #form(): CcWrapupForm | null {
    const form = this.renderRoot.querySelector('cc-wrapup-form');
    return form && 'check' in form ? form : null;
  }

  #extend(wrapUp: WrapUp): void {
    if (this.#agent.desk?.pending === 'extend-wrap-up') return;
    void this.#agent.request(new WrapUpExtendRequestEvent(wrapUp.id), (session) => session.extendWrapUp(wrapUp));
  }

  #close(wrapUp: WrapUp): void {
    const { id, conversationStatus, dispositions, ratingAllowed } = wrapUp;
    const form = this.#form;
    if (form && !form.check()) return;
    const change = {
      note: this.#note.text,
      summary: this.#summary.text,
      conversationStatus: this.status ?? conversationStatus,
      ...(dispositions.length > 0 && { disposition: this.#disposition(wrapUp) }),
      ...(ratingAllowed && { rating: this.#rating(wrapUp) }),
      ...(form && { answers: [...form.answers] }),
    };
    void this.#agent.request(new WrapUpCloseRequestEvent(id, change), async (session) => {
      await session.closeWrapUp(id, change);
      // What was written went along; only where the server refused is there something left to save.
      if (session.snapshot.wrapUp) return;
      this.#note.settle(change.note);
      this.#summary.settle(change.summary);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-wrapup': CcWrapup;
  }
}
