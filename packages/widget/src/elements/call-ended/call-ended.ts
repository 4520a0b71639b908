import { element, formatDuration, icon, phoneOffIcon } from '@carillon/call';
import type { CustomerCall } from '@carillon/contract';
import { html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { CallAgainRequestEvent, RateRequestEvent } from '../events/link-events.js';
import { LinkController } from '../link-controller.js';
import { loadCallBack } from '../load-call-back.js';
import { ownWords } from '../own-words.js';
import { renderRating } from './render-rating.js';
import { styles } from './call-ended.styles.js';

/**
 * The call is over: why, how long it was, how it was, and a new call where the link allows one.
 *
 * @element cc-call-ended
 * @fires {CallAgainRequestEvent} cc-call-again-request - Before the page goes back to the beginning.
 * @fires {RateRequestEvent} cc-rate-request - Before the customer's rating is sent. Cancel it to keep it to yourself.
 * @csspart heading - That it is over, an `h1`.
 */
@element('cc-call-ended')
export class CcCallEnded extends LitElement {
  static override styles = styles;

  /** A rating was sent from here: a failure is of it. */
  @state() private asked = false;

  readonly #link: LinkController = new LinkController(this);

  protected override render() {
    const call = this.#link.link?.call;
    if (call?.state !== 'ended') return nothing;
    const left = call.endReason === 'abandoned_in_queue';
    return html`
      <div class="column">
        <span class="mark">${icon(phoneOffIcon)}</span>
        <div class="text">
          <h1 part="heading" tabindex="-1">${this.#link.t(left ? 'ended.left' : 'ended.heading')}</h1>
          <p>${this.#reason(call)}</p>
          ${this.#renderDuration(call)}
          <p class="muted">
            ${ownWords(this.#link.link?.view, this.#link.locale).ended ?? this.#link.t('ended.close')}
          </p>
        </div>
        ${this.#mayRate(call) ? this.#renderRating() : nothing} ${this.#mayCallAgain ? this.#renderAgain() : nothing}
        ${this.#offersCallBack(call) ? html`<cc-call-back></cc-call-back>` : nothing}
      </div>
    `;
  }

  /** Of a call that took place, where the link asks for it: not every region allows that (WRP-9). */
  #mayRate({ establishedAt }: CustomerCall): boolean {
    return establishedAt !== null && this.#link.link?.view?.rating === true;
  }

  #renderRating() {
    const { rating = null, pending, failure } = this.#link.link ?? {};
    return renderRating(this.#link, {
      given: rating,
      busy: pending === 'rate',
      failed: this.asked && failure !== null && failure !== undefined,
      rate: (stars) => this.#rate(stars),
    });
  }

  /** A link that holds for many calls, or one that a customer who left did not use up. */
  get #mayCallAgain(): boolean {
    const { view, call } = this.#link.link ?? {};
    if (!view || !call || call.endReason === 'link_revoked') return false;
    if (this.#link.serverNow() >= view.expiresAt) return false;
    return view.kind !== 'one-time' || call.establishedAt === null;
  }

  /** Who has not talked to anybody may be called back. */
  #offersCallBack({ endReason }: CustomerCall): boolean {
    return endReason === 'no_agent' || endReason === 'abandoned_in_queue' || endReason === 'connection_lost';
  }

  protected override updated(): void {
    const { call } = this.#link.link ?? {};
    if (call?.state === 'ended' && this.#offersCallBack(call)) void loadCallBack();
  }

  #reason({ endReason, agentName }: CustomerCall): string {
    if (endReason === null) return '';
    if (endReason !== 'agent_hangup') return this.#link.t(`ended.${endReason}`);
    return agentName === null
      ? this.#link.t('ended.agent_hangup-unknown')
      : this.#link.t('ended.agent_hangup', { name: agentName });
  }

  #renderDuration({ establishedAt, endedAt }: CustomerCall) {
    if (establishedAt === null || endedAt === null) return nothing;
    const time = formatDuration(endedAt - establishedAt);
    return html`<p class="numbers">${this.#link.t('ended.duration', { time })}</p>`;
  }

  #renderAgain() {
    return html`<button class="button primary" type="button" @click=${this.#again}>
      ${this.#link.t('ended.again')}
    </button>`;
  }

  #rate(rating: number): void {
    if (this.#link.link?.pending === 'rate') return;
    this.asked = true;
    this.#link.request(new RateRequestEvent(rating), (session) => session.rate(rating));
  }

  #again(): void {
    this.#link.request(new CallAgainRequestEvent(), (session) => session.callAgain());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-call-ended': CcCallEnded;
  }
}
