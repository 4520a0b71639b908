import {
  copyIcon,
  element,
  icon,
  keysSpoken,
  linkIcon,
  phoneForwardedIcon,
  phoneIcon,
  phoneOffIcon,
  TickController,
  usualShortcuts,
  videoIcon,
} from '@carillon/call';
import type { Offer } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DeskNotice } from '../../session/desk-snapshot.js';
import { TitleFlash } from '../../session/title-flash.js';
import { AgentController } from '../agent-controller.js';
import { renderAvatar } from '../avatar.js';
import { AnswerRequestEvent, DeclineRequestEvent, TakeOverRequestEvent } from '../events/agent-events.js';
import { secondsLeft } from '../seconds-left.js';
import { noticeText, renderNotices } from '../notices.js';
import { runAnimation } from '../run-animation.js';
import { isShortcut } from '../shortcut.js';
import { callerView, type CallerView } from './caller-view.js';
import { styles } from './incoming-call.styles.js';

const copyShownMs = 3_000;

/**
 * The card of a ringing call: who calls, with the number to copy, for which queue, *Answer* and *Decline*. It is not
 * modal and never takes the focus: who types goes on typing. It is announced, and a shortcut jumps to it. Beneath it
 * stands what became of calls that were not answered here.
 *
 * @element cc-incoming-call
 * @fires {AnswerRequestEvent} cc-answer-request - Before the call is answered. Cancel it to let it ring on.
 * @fires {DeclineRequestEvent} cc-decline-request - Before the call is declined. Cancel it to let it ring on.
 * @fires {TakeOverRequestEvent} cc-take-over-request - Before this tab takes over from another.
 * @attr empty - Set by the element while there is nothing to show.
 * @csspart card - The card.
 * @csspart answer - The answer button.
 * @csspart decline - The decline button.
 */
@element('cc-incoming-call')
export class CcIncomingCall extends LitElement {
  static override styles = styles;

  /** Hides the queue of a phone caller whom People does not know. */
  @property({ type: Boolean, attribute: 'strict-unknown' }) strictUnknown = false;
  /** Jumps to the card, until the agent chooses other keys in the settings. Empty: none until then. */
  @property() shortcut: string = usualShortcuts.incoming;
  @state() private copied: 'yes' | 'failed' | null = null;

  readonly #agent: AgentController = new AgentController(this);
  readonly #title = new TitleFlash();
  /** The offer that is on screen. */
  #shown: Offer | null = null;
  /** Notices that were read out. */
  #read: readonly DeskNotice[] = [];
  #copyTimer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('keydown', this.#jump);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('keydown', this.#jump);
    clearTimeout(this.#copyTimer);
    this.#title.stop();
  }

  constructor() {
    super();
    new TickController(this, () => Boolean(this.#agent.desk?.offer));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { desk } = this.#agent;
    if (desk?.offer?.id !== this.#shown?.id) this.copied = null;
    this.#agent.session?.shortcuts.offer({ incoming: this.shortcut });
    this.toggleAttribute('empty', !desk || (!desk.offer && desk.notices.length === 0));
  }

  protected override render() {
    const { desk } = this.#agent;
    if (!desk) return nothing;
    return html`${desk.offer ? this.#renderCard(desk.offer) : nothing}${renderNotices(this.#agent, desk.notices)}`;
  }

  protected override updated(): void {
    const { desk } = this.#agent;
    this.#announceNotices(desk?.notices ?? []);
    const offer = desk?.offer ?? null;
    const known = this.#shown?.id;
    this.#shown = offer;
    if (offer?.id === known) return;
    this.#title.stop();
    if (!offer) return;
    const line = this.renderRoot.querySelector<SVGElement>('.ring-line');
    runAnimation(line, offer.expiresAt - offer.createdAt, this.#agent.serverNow() - offer.createdAt);
    this.#announce(offer);
    if (desk?.leader === true) this.#title.start(this.#agent.t('incoming.title', { who: this.#who(offer) }));
  }

  #renderCard(offer: Offer) {
    const view = callerView(offer, this.strictUnknown);
    const left = secondsLeft(offer, this.#agent.serverNow());
    const heading = this.#agent.t(`incoming.heading-${offer.medium}`);
    return html`
      <section class="card" part="card" aria-label=${heading} tabindex="-1">
        <header>
          <p class="small muted">${heading}</p>
          <p class="small muted numbers" aria-hidden="true">
            ${this.#agent.t('incoming.seconds-left', { seconds: left })}
          </p>
        </header>
        <div class="who">
          ${renderAvatar(view.name)}
          <div class="wrap">
            ${this.#renderName(view)}
            ${view.number === null ? nothing : this.#renderNumber(view.number, view.name === null)}
            ${view.viaLink ? html`<p class="small muted via">${icon(linkIcon)}${this.#agent.t('incoming.via-link')}</p>` : nothing}
            ${
              offer.transferredBy === null
                ? nothing
                : html`<p class="small via transferred">
                    ${icon(phoneForwardedIcon)}<span
                      >${this.#agent.t('incoming.transferred', { who: offer.transferredBy })}</span
                    >
                  </p>`
            }
          </div>
        </div>
        <p class="copy-result small" role="status" data-failed=${this.copied === 'failed'}>${this.#copyResult()}</p>
        <div class="chips">
          ${
            view.queue === null
              ? nothing
              : html`<span class="chip"
                  ><span class="visually-hidden">${this.#agent.t('incoming.queue')}</span>${view.queue}</span
                >`
          }
          <span class="chip medium"
            >${icon(offer.medium === 'video' ? videoIcon : phoneIcon)}${this.#agent.t(`incoming.medium-${offer.medium}`)}</span
          >
        </div>
        ${this.#agent.desk?.leader === false ? this.#renderElsewhere() : this.#renderActions()}
      </section>
    `;
  }

  #renderName({ name, number }: CallerView) {
    if (name !== null) return html`<h2 dir="auto">${name}</h2>`;
    return number === null ? html`<h2>${this.#agent.t('incoming.unknown')}</h2>` : nothing;
  }

  #renderNumber(number: string, alone: boolean) {
    return html`
      <p class="number numbers" data-alone=${alone}>
        <span dir="ltr">${number}</span>
        <button
          class="button quiet round"
          type="button"
          aria-label=${this.#agent.t('incoming.copy', { number })}
          title=${this.#agent.t('incoming.copy', { number })}
          @click=${() => void this.#copy(number)}
        >
          ${icon(copyIcon)}
        </button>
      </p>
    `;
  }

  #renderActions() {
    const asked = this.#agent.desk?.pending;
    const disabled = asked === 'answer' || asked === 'decline';
    return html`
      <div class="actions">
        <button class="button quiet decline" part="decline" type="button" ?disabled=${disabled} @click=${this.#decline}>
          ${icon(phoneOffIcon)}${this.#agent.t('incoming.decline')}
        </button>
        <button class="button answer" part="answer" type="button" ?disabled=${disabled} @click=${this.#answer}>
          <svg class="ring" aria-hidden="true">
            <rect class="ring-line" pathLength="100" />
          </svg>
          ${icon(phoneIcon)}${this.#agent.t('incoming.answer')}
        </button>
      </div>
    `;
  }

  #renderElsewhere() {
    return html`
      <div class="banner">
        <span>${this.#agent.t('incoming.elsewhere')}</span>
        <button class="button" type="button" @click=${this.#takeOver}>
          ${this.#agent.t('agent-status.take-over')}
        </button>
      </div>
    `;
  }

  #answer(event: MouseEvent): void {
    const offer = this.#agent.desk?.offer;
    // The second click of a double click is not a second wish (RCV-10).
    if (!offer || event.detail > 1 || this.#agent.desk?.pending) return;
    void this.#agent.request(new AnswerRequestEvent(offer), (session) => session.answer());
  }

  #decline(event: MouseEvent): void {
    const offer = this.#agent.desk?.offer;
    if (!offer || event.detail > 1 || this.#agent.desk?.pending) return;
    void this.#agent.request(new DeclineRequestEvent(offer), (session) => session.decline());
  }

  #takeOver(): void {
    void this.#agent.request(new TakeOverRequestEvent(), (session) => session.takeOver());
  }

  async #copy(number: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(number);
      this.copied = 'yes';
    } catch {
      this.copied = 'failed';
    }
    clearTimeout(this.#copyTimer);
    if (this.copied === 'yes') this.#copyTimer = setTimeout(() => (this.copied = null), copyShownMs);
  }

  #copyResult(): string {
    if (this.copied === null) return '';
    return this.#agent.t(this.copied === 'yes' ? 'incoming.copied' : 'incoming.copy-failed');
  }

  #announce(offer: Offer): void {
    const { queue } = callerView(offer, this.strictUnknown);
    const who = this.#who(offer);
    const heading = this.#agent.t(`incoming.heading-${offer.medium}`);
    const said =
      queue === null
        ? this.#agent.t('incoming.announce', { heading, who })
        : this.#agent.t('incoming.announce-queue', { heading, who, queue });
    const jump = this.#keys ? ` ${this.#agent.t('incoming.jump', { shortcut: keysSpoken(this.#keys) })}` : '';
    this.#agent.announce(said + jump, 'assertive');
  }

  #announceNotices(notices: readonly DeskNotice[]): void {
    for (const notice of notices)
      if (!this.#read.includes(notice)) this.#agent.announce(noticeText(this.#agent, notice));
    this.#read = notices;
  }

  /** The keys that go to the card; '' where there are none. */
  get #keys(): string {
    return this.#agent.session?.shortcuts.live('incoming') ?? '';
  }

  #who(offer: Offer): string {
    const { name, number } = callerView(offer, this.strictUnknown);
    return name ?? number ?? this.#agent.t('incoming.unknown');
  }

  /** Goes to the card, not to its buttons: the Enter that an agent was about to type must not answer. */
  readonly #jump = (event: KeyboardEvent): void => {
    const card = this.renderRoot.querySelector<HTMLElement>('section');
    if (!card || !isShortcut(event, this.#keys)) return;
    event.preventDefault();
    card.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-incoming-call': CcIncomingCall;
  }
}
