import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { type CallSide, ReconnectedEvent, ReconnectingEvent } from '../events/reconnect-events.js';
import { icon } from '../icon/icon.js';
import { wifiIcon } from '../icon/call-icons.js';
import { wifiOffIcon } from '../icon/icons.js';
import { connection } from '../localize/en/connection.js';
import { ProviderController } from '../provider-controller.js';
import { playTone, type Tone } from '../sound/play-tone.js';
import { styles } from './connection-status.styles.js';
import { type ConnectionBadge, type ConnectionView, connectionView } from './connection-view.js';

const looks: Readonly<Record<ConnectionBadge, '' | 'good' | 'attention' | 'danger'>> = {
  unknown: '',
  good: 'good',
  weak: 'attention',
  lost: 'danger',
  'remote-weak': 'attention',
};

/**
 * How good the connection of both sides is, in a badge, and what happens while one of them reconnects, in a banner. A
 * change is announced, and a short tone tells those who do not look: falling when a side is lost, rising when it is
 * back (RCN-3, RCN-4).
 *
 * @element cc-connection-status
 * @fires {ReconnectingEvent} cc-reconnecting - When a side lost its connection.
 * @fires {ReconnectedEvent} cc-reconnected - When it is back.
 * @csspart badge - The badge.
 * @csspart banner - The banner.
 */
@element('cc-connection-status')
export class CcConnectionStatus extends LitElement {
  static override styles = styles;

  /** Shows the banner instead of the badge, and only while a side is interrupted. */
  @property({ type: Boolean, reflect: true }) banner = false;
  /** Plays no tones and announces nothing: another status on the page does. */
  @property({ type: Boolean, reflect: true }) quiet = false;
  /** What plays a tone. Replace it to play sounds of your own. */
  @property({ attribute: false }) play: (tone: Tone) => void = (tone) => void playTone(tone);

  /**
   * How long a connection has to hold before its return is told, in ms. One that goes again at once has not been back:
   * it is one interruption, told once each way (F14).
   */
  @property({ type: Number, attribute: 'settle-ms' }) settleMs = 1_000;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof connection> = new ProviderController(this, connection);
  #side: CallSide | null = null;
  #callId: string | null = null;
  #over = false;
  /** A return that is not told yet. */
  #settling: { readonly side: CallSide; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsettle();
  }

  protected override render() {
    const view = this.#view;
    if (!view) return nothing;
    return this.banner ? this.#renderBanner(view) : this.#renderBadge(view);
  }

  protected override updated(): void {
    this.#follow();
  }

  get #view(): ConnectionView | null {
    const call = this.#call.snapshot;
    return call && call.phase !== 'ended' ? connectionView(call) : null;
  }

  #renderBadge({ badge }: ConnectionView) {
    return html`<span part="badge" class="chip ${looks[badge]}">
      ${icon(badge === 'lost' ? wifiOffIcon : wifiIcon)}
      <span class="truncate">${this.#host.t(`connection.${badge}`)}</span>
    </span>`;
  }

  #renderBanner({ interrupted }: ConnectionView) {
    if (!interrupted) return nothing;
    return html`<p part="banner" class="banner">${icon(wifiOffIcon)}<span>${this.#words(interrupted)}</span></p>`;
  }

  #words(side: CallSide): string {
    return side === 'local'
      ? this.#host.t('connection.reconnecting')
      : this.#host.t('connection.remote-away', { name: this.#remoteName });
  }

  get #remoteName(): string {
    return this.#call.snapshot?.record.remoteName ?? this.#host.t('connection.other-side');
  }

  /** Tells every change once. A call that is new starts from silence. */
  #follow(): void {
    const call = this.#call.snapshot;
    if (call?.record.id !== this.#callId) {
      this.#callId = call?.record.id ?? null;
      this.#unsettle();
      this.#side = null;
      this.#over = call?.phase === 'ended';
    }
    if (!call) return;
    const before = this.#side;
    this.#side = this.#view?.reconnecting ?? null;
    if (call.phase === 'ended') return this.#end();
    if (this.#side === before) return;
    if (before) this.#tellBack(before);
    if (this.#side) this.#tellAway(this.#side, before);
  }

  #end(): void {
    this.#unsettle();
    if (this.#over) return;
    this.#over = true;
    if (!this.quiet) this.play('end');
  }

  #tellAway(side: CallSide, before: CallSide | null): void {
    this.dispatchEvent(new ReconnectingEvent(side));
    const again = this.#unsettle();
    if (this.quiet || again === side) return;
    // Where the other side is away as the own one comes back, it is one interruption.
    if (!before && !again) this.play('drop');
    this.#host.announce(this.#words(side), 'assertive');
  }

  #tellBack(side: CallSide): void {
    this.dispatchEvent(new ReconnectedEvent(side));
    if (this.quiet) return;
    if (this.#side) return this.#sayBack(side);
    const timer = setTimeout(() => {
      this.#settling = null;
      this.play('return');
      this.#sayBack(side);
    }, this.settleMs);
    this.#settling = { side, timer };
  }

  #sayBack(side: CallSide): void {
    const name = this.#remoteName;
    this.#host.announce(
      side === 'local' ? this.#host.t('connection.back') : this.#host.t('connection.remote-back', { name }),
    );
  }

  /** Leaves a return untold; says of which side it was. */
  #unsettle(): CallSide | null {
    const side = this.#settling?.side ?? null;
    clearTimeout(this.#settling?.timer);
    this.#settling = null;
    return side;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-connection-status': CcConnectionStatus;
  }
}
