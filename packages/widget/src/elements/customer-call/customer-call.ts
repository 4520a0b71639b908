import {
  CallController,
  CcCallControls,
  CcCallStage,
  CcConnectionStatus,
  CcDeviceNotice,
  CcEffectNotice,
  element,
  formatDuration,
  icon,
  isIsolated,
  loadChat,
  nextTask,
  switchCameraIcon,
  CcCaptions,
  CcPictureInPicture,
  TickController,
  type CallErrorEvent,
  type CallSnapshot,
} from '@carillon/call';
import type { WaitingSound } from '@carillon/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { screenFor } from '../../session/screen-for.js';
import { LinkController } from '../link-controller.js';
import { customerDevices } from '../prejoin/customer-devices.js';
import { controlsWithout } from './controls-without.js';
import { styles } from './customer-call.styles.js';
import { holdParts } from './hold-parts-of.js';
import { renderHold } from './render-hold.js';
import { SoundSwitch } from '../../sound/sound-switch.js';
import { WaitingPlayer, type WaitingPlayback } from '../../sound/waiting-player.js';
import { idleAfterMs, IdlePointer } from './idle-pointer.js';

/**
 * The call as its customer sees it: the agent fills the stage, name, time and network on top, one pill of controls at the
 * bottom. On video the controls fade when nobody moves, never while the focus is inside; on audio they stay.
 *
 * @element cc-customer-call
 * @attr {'audio'|'video'} medium - Set by the element: which kind of call it shows.
 * @csspart heading - Who the call is with, an `h1`.
 * @csspart controls - The pill of controls.
 */
@element(
  'cc-customer-call',
  CcCallStage,
  CcCallControls,
  CcConnectionStatus,
  CcEffectNotice,
  CcDeviceNotice,
  CcCaptions,
  CcPictureInPicture,
)
export class CcCustomerCall extends LitElement {
  static override styles = styles;

  /** How long after the last movement the controls over a picture fade, in milliseconds; 0 keeps them. */
  @property({ type: Number, attribute: 'fade-after-ms' }) fadeAfterMs = idleAfterMs;

  /** Plays nothing on hold. Follows the customer's switch. */
  @property({ type: Boolean, reflect: true }) silent = false;
  /** What plays on hold. Replace it to play sounds of your own. */
  @property({ attribute: false }) sound: WaitingPlayback = new WaitingPlayer();

  /** Whether the messages are open. */
  @state() private writes = false;
  /** Something failed that is no device's fault, until something works or the call ends. */
  @state() private failed = false;

  readonly #link: LinkController = new LinkController(this);
  readonly #call: CallController = new CallController(this);
  readonly #pointer: IdlePointer = new IdlePointer(this, () => this.fadeAfterMs);
  readonly #switch: SoundSwitch = new SoundSwitch(
    this,
    () => this.#holdSound,
    () => holdParts(this.#link),
  );

  constructor() {
    super();
    new TickController(this, () => this.#live?.record.establishedAt != null);
    this.addEventListener('cc-call-error', (event) => this.#showFailure(event));
    for (const wish of [
      'cc-mute-request',
      'cc-unmute-request',
      'cc-camera-on-request',
      'cc-camera-off-request',
    ] as const)
      this.addEventListener(wish, () => (this.failed = false));
  }

  /** The screen is drawn once, and after the microphone is on: the other side waits for that. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await nextTask();
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const call = this.#live;
    if (call) this.setAttribute('medium', call.record.medium);
    else this.failed = false;
    if (!call) this.writes = false;
    this.toggleAttribute('writes', this.writes);
    if (call && this.#call.session?.chat) void loadChat();
  }

  protected override render() {
    if (!this.#inCall) return nothing;
    const call = this.#live;
    return html`
      <div class="head">${this.#renderHead(call)}</div>
      <div class="stage">
        <cc-call-stage></cc-call-stage>
        <cc-captions></cc-captions>
        <div class="notes">
          ${call ? html`<cc-connection-status banner quiet></cc-connection-status>` : nothing}
          <cc-effect-notice></cc-effect-notice>
          <cc-chat-notice ?open=${this.writes} @click=${this.#open}></cc-chat-notice>
          <cc-device-notice></cc-device-notice>
          ${this.#nobodyHears ? renderHold(this.#link, this.#switch, this.#holdWords, holdParts(this.#link)?.announcement) : this.#renderNotes(call)}
        </div>
      </div>
      <div class="foot">
        ${this.writes ? html`<cc-chat closable @close=${this.#close}></cc-chat>` : nothing}
        <div class="bar ${this.#faded(call) ? 'faded' : ''}" part="controls">
          <cc-call-controls .without=${controlsWithout(this.#link.link?.view)}>
            ${this.#renderTurn(call)}
            <cc-picture-in-picture slot="after"></cc-picture-in-picture>
            <cc-chat-button slot="after" ?open=${this.writes} @click=${this.#toggle}></cc-chat-button>
          </cc-call-controls>
        </div>
      </div>
    `;
  }

  /** A phone's front and back, where there are two and the link lets the customer choose (LNK-20). */
  #renderTurn(call: CallSnapshot | null) {
    const media = this.#call.session?.media;
    if (!media || call?.phase !== 'connected' || call.local.camera !== 'on') return nothing;
    if (!customerDevices(this.#link.link?.view ?? null, media, { cameraBlocked: false, mutes: null }).mayTurn)
      return nothing;
    const word = this.#link.t('prejoin.camera-turn');
    // Where it fails, the notice of the devices says why.
    const turn = () => void media.turnCamera().catch(() => undefined);
    return html`<button slot="before" class="turn" type="button" aria-label=${word} title=${word} @click=${turn}>
      ${icon(switchCameraIcon)}
    </button>`;
  }

  get #inCall(): boolean {
    const { link } = this.#link;
    const name = link && screenFor(link).name;
    return name === 'in-call' || name === 'reconnecting';
  }

  get #agentName(): string {
    return this.#link.link?.call?.agentName ?? this.#link.t('in-call.somebody');
  }

  get #live(): CallSnapshot | null {
    const call = this.#inCall ? this.#call.snapshot : null;
    return call && call.phase !== 'ended' ? call : null;
  }

  /** On hold or being passed on, by the server's record: a connection that is being mended does not interrupt the sound. */
  get #nobodyHears(): boolean {
    const call = this.#link.link?.call;
    return call ? isIsolated(call) : false;
  }

  /** Who is passed on hears ringing (TRA-5). */
  get #holdSound(): WaitingSound | null {
    const call = this.#link.link?.call;
    if (!call || !isIsolated(call)) return null;
    if (call.state === 'transferring') return 'ringing';
    return call.holdSound === 'none' && call.holdAnnouncement ? 'music' : call.holdSound;
  }

  get #holdWords(): string {
    return this.#link.link?.call?.state === 'transferring'
      ? this.#link.t('in-call.transferring')
      : this.#link.t('in-call.held', { name: this.#agentName });
  }

  /** The name is on the agent's picture already; the heading is for those who hear the page. */
  #renderHead(call: CallSnapshot | null) {
    const name = this.#agentName;
    return html`
      <h1 part="heading" class="visually-hidden" tabindex="-1">${this.#link.t('in-call.heading', { name })}</h1>
      ${call ? html`${this.#renderTimer(call)}<cc-connection-status></cc-connection-status>` : nothing}
    `;
  }

  /** An audio call's stage shows the time itself. */
  #renderTimer({ record: { medium, establishedAt } }: CallSnapshot) {
    if (medium === 'audio' || establishedAt === null) return nothing;
    const time = formatDuration(this.#link.serverNow() - establishedAt);
    return html`<span role="timer" aria-label=${this.#link.t('in-call.timer')}>${time}</span>`;
  }

  #renderNotes(call: CallSnapshot | null) {
    const listens = call?.phase === 'connected' && call.local.microphone === 'none' && call.failure === null;
    return html`
      ${listens ? html`<p class="attention small" role="status">${this.#link.t('in-call.listen-only')}</p>` : nothing}
      ${this.failed ? html`<p class="failure small" role="alert">${this.#link.t('in-call.failed')}</p>` : nothing}
    `;
  }

  /** Never on audio, never while somebody writes or works in the controls by keyboard, never while a finger has no pointer to move. */
  #faded(call: CallSnapshot | null): boolean {
    if (this.writes || !this.#pointer.idle || call?.phase !== 'connected' || call.record.medium !== 'video')
      return false;
    const focused = this.shadowRoot?.activeElement;
    return focused?.localName !== 'cc-call-controls';
  }

  #toggle(): void {
    if (this.writes) this.#close();
    else void this.#open();
  }

  async #open(): Promise<void> {
    this.writes = true;
    await this.updateComplete;
    this.renderRoot.querySelector('cc-chat')?.focus();
  }

  #close(): void {
    this.writes = false;
    this.renderRoot.querySelector('cc-chat-button')?.focus();
  }

  #showFailure({ device }: CallErrorEvent): void {
    // What a device lacks is said by its own notice, with the cause.
    this.failed = device !== 'microphone' && device !== 'camera';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-customer-call': CcCustomerCall;
  }
}
