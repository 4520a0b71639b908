import { bellIcon, checkIcon, element, icon, phoneIcon, TickController } from '@carillon/call';
import type { WaitingSound } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LinkSnapshot } from '../../session/link-snapshot.js';
import { screenFor } from '../../session/screen-for.js';
import { SoundSwitch } from '../../sound/sound-switch.js';
import { WaitingPlayer, type WaitingPlayback } from '../../sound/waiting-player.js';
import { LeaveRequestEvent } from '../events/link-events.js';
import { LinkController } from '../link-controller.js';
import { renderSoundSwitch } from '../render-sound-switch.js';
import { loadCallBack } from '../load-call-back.js';
import { ownWords } from '../own-words.js';
import { estimateWords } from './estimate-words.js';
import { browserNotifier, type Notifier } from './notifier.js';
import { positionWords } from './position-words.js';
import { TurnNotice } from './turn-notice.js';
import { styles } from './waiting-room.styles.js';

/**
 * Ringing, with the place in the line and how long it may take: large, calm words, the queue's sound (ringing, music or
 * none) that can be switched off, a notice for who looks elsewhere when it is their turn, and a way out that asks first.
 * The customer is connected already, and muted until somebody answers.
 *
 * @element cc-waiting-room
 * @fires {LeaveRequestEvent} cc-leave-request - Before the place in the line is given up. Cancel it to stay.
 * @csspart heading - The place in the line, an `h1`.
 */
@element('cc-waiting-room')
export class CcWaitingRoom extends LitElement {
  static override styles = styles;

  /** Plays nothing. Follows the customer's switch. */
  @property({ type: Boolean, reflect: true }) silent = false;
  /** What plays. Replace it to play sounds of your own. */
  @property({ attribute: false }) sound: WaitingPlayback = new WaitingPlayer();

  /** Tells a customer who looks elsewhere that it is their turn. Defaults to the browser's notifications. */
  @property({ attribute: false }) notifier: Notifier = browserNotifier;

  @state() private leaving = false;

  readonly #link: LinkController = new LinkController(this);
  readonly #turn = new TurnNotice();
  readonly #switch: SoundSwitch = new SoundSwitch(this, () => this.#sound);
  #announced = '';

  constructor() {
    super();
    // The minutes that are left go by also while nothing is told.
    new TickController(this, () => (this.#waiting?.call?.expectedAt ?? null) !== null);
  }

  override disconnectedCallback(): void {
    // Whoever draws the screens may have put the call in this one's place already.
    this.#lookAtTurn();
    super.disconnectedCallback();
  }

  protected override render() {
    const link = this.#waiting;
    if (!link) return nothing;
    return html`
      <div class="column">
        <span class="mark ${this.#switch.audible ? 'rings' : ''}">${icon(phoneIcon)}</span>
        <div class="text">
          <h1 part="heading" tabindex="-1">${this.#position(link)}</h1>
          ${this.#renderEstimate(link)}
          <p>${this.#words(link)}</p>
          <p class="muted">${this.#link.t(link.call?.medium === 'audio' ? 'waiting.muted-audio' : 'waiting.muted')}</p>
        </div>
        ${this.leaving ? this.#renderQuestion(link) : this.#renderActions()}
        ${this.leaving ? nothing : html`<cc-call-back></cc-call-back>`} ${this.#renderTrouble(link)}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const link = this.#waiting;
    this.#lookAtTurn();
    if (link) void loadCallBack();
    if (link) this.#announce(this.#position(link));
    if (changed.has('leaving' as keyof CcWaitingRoom)) this.#focusAfterQuestion(changed);
  }

  get #waiting(): LinkSnapshot | null {
    const { link } = this.#link;
    return link && screenFor(link).name === 'waiting' ? link : null;
  }

  /** The queue's sound, while there is somebody to hear it. */
  get #sound(): WaitingSound | null {
    const link = this.#waiting;
    return link && link.pending !== 'leave' ? (link.call?.waitingSound ?? null) : null;
  }

  /** Who has talked to somebody already is being passed on to this queue (TRQ-3). */
  #words({ view, call }: LinkSnapshot): string {
    const queue = call?.queueName ?? '';
    if (call?.establishedAt != null) return this.#link.t('waiting.transferred', { queue });
    return ownWords(view, this.#link.locale).waiting ?? this.#link.t('waiting.stay', { queue });
  }

  #position({ call }: LinkSnapshot): string {
    const words = positionWords(call ?? { position: null });
    return words.key === 'waiting.position' ? this.#link.t(words.key, { count: words.count }) : this.#link.t(words.key);
  }

  #renderEstimate({ call }: LinkSnapshot) {
    const words = call && estimateWords(call, this.#link.serverNow());
    if (!words) return nothing;
    return html`<p class="estimate numbers">
      ${words.key === 'waiting.soon' ? this.#link.t(words.key) : this.#link.t(words.key, { count: words.count })}
    </p>`;
  }

  #renderActions() {
    return html`
      <div class="actions">
        ${renderSoundSwitch(this.#link, this.#switch)} ${this.#renderNotice()}
        <button class="button leave" type="button" @click=${this.#ask}>${this.#link.t('waiting.leave')}</button>
      </div>
    `;
  }

  /** The browser is asked on the press of its own button, never by coming here. */
  #renderNotice() {
    const { permission } = this.notifier;
    if (permission === 'granted')
      return html`<p class="notice small">${icon(checkIcon)}${this.#link.t('waiting.notify-on')}</p>`;
    if (permission !== 'default') return nothing;
    return html`<button class="button" type="button" @click=${this.#askToNotify}>
      ${icon(bellIcon)} ${this.#link.t('waiting.notify')}
    </button>`;
  }

  #renderQuestion({ pending }: LinkSnapshot) {
    return html`
      <div class="leaving" role="group" aria-labelledby="question" @keydown=${this.#escape}>
        <p id="question">${this.#link.t('waiting.leave-question')}</p>
        <div class="actions">
          <button class="button stay" type="button" @click=${this.#stay}>${this.#link.t('waiting.stay-button')}</button>
          <button class="button danger" type="button" aria-disabled=${pending === 'leave'} @click=${this.#leave}>
            ${this.#link.t('waiting.leave-sure')}
          </button>
        </div>
      </div>
    `;
  }

  #renderTrouble({ failure, connection }: LinkSnapshot) {
    const words =
      failure !== null ? 'waiting.leave-failed' : connection === 'reconnecting' ? 'waiting.reconnecting' : null;
    return html`<div class="line" role="status">
      ${words ? html`<p class=${failure !== null ? 'failure' : 'attention'}>${this.#link.t(words)}</p>` : nothing}
    </div>`;
  }

  #lookAtTurn(): void {
    const call = this.#link.link?.call ?? null;
    this.#turn.look(call, this.notifier, () => [
      this.#link.t('waiting.turn'),
      this.#link.t('waiting.turn-why', { name: call?.agentName ?? this.#link.t('in-call.somebody') }),
    ]);
  }

  async #askToNotify(): Promise<void> {
    await this.notifier.ask();
    this.requestUpdate();
  }

  #announce(words: string): void {
    if (this.#announced !== '' && words !== this.#announced) this.#link.announce(words);
    this.#announced = words;
  }

  #ask(): void {
    this.leaving = true;
  }

  #stay(): void {
    this.leaving = false;
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#stay();
  }

  #leave(): void {
    this.#link.request(new LeaveRequestEvent(), (session) => session.leave());
  }

  #focusAfterQuestion(changed: PropertyValues): void {
    if (changed.get('leaving') === undefined) return;
    this.renderRoot.querySelector<HTMLElement>(this.leaving ? '.stay' : '.leave')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-waiting-room': CcWaitingRoom;
  }
}
