import {
  CcDeviceSettings,
  CcLevelMeter,
  CcMediaPermission,
  chevronDownIcon,
  element,
  icon,
  micIcon,
  micOffIcon,
  phoneIcon,
  settingsIcon,
  videoIcon,
  videoOffIcon,
  type MediaErrorCode,
  type PermissionChangedEvent,
  type PermissionPort,
} from '@carillon/call';
import { DisplayName, type JoinView, type Medium } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { JoinWish } from '../../session/link-session.js';
import { screenFor } from '../../session/screen-for.js';
import { StartCallRequestEvent } from '../events/link-events.js';
import { LinkController } from '../link-controller.js';
import { loadBackgroundSettings } from '../load-background-settings.js';
import { loadCallScreens } from '../load-call-screens.js';
import { MediaController } from '../media-controller.js';
import { ownWords } from '../own-words.js';
import { renderBrand } from '../render-brand.js';
import { customerPermissions } from './customer-permissions.js';
import { failureWords } from './failure-words.js';
import { styles } from './prejoin.styles.js';
import { renderConsent } from './render-consent.js';
import { SilenceWatch } from './silence-watch.js';
import { renderNameField, type NameProblem } from './render-name-field.js';
import { renderToggle } from './render-toggle.js';

/** The browser's own permission button does not break its words: where there is less room, ours asks. */
const roomForNativeButton = 360;

/**
 * Check and choose before the call: who answers, the own picture and the microphone's level, the devices, and how to
 * start. Devices are asked for after saying what for. Joining without a camera always works; whoever has no microphone
 * may listen.
 *
 * @element cc-prejoin
 * @fires {StartCallRequestEvent} cc-start-call-request - Before a call is started. Cancel it to start it later.
 * @csspart heading - Who is called, an `h1`.
 * @csspart preview - The own picture.
 */
@element('cc-prejoin', CcMediaPermission, CcLevelMeter, CcDeviceSettings)
export class CcPrejoin extends LitElement {
  static override styles = styles;

  /** The browser's permissions. Defaults to the browser itself. */
  @property({ attribute: false }) permissions: PermissionPort | null = null;

  /** A start button was pressed, and the browser is asked for what it needs. */
  @state() private wanted: Medium | null = null;
  /** Why the microphone cannot be had. */
  @state() private blocked: MediaErrorCode | null = null;
  @state() private cameraBlocked = false;
  @state() private asksFor: 'audio' | 'audio video' = 'audio video';
  @state() private nameProblem: NameProblem | null = null;
  @state() private consentMissing = false;
  @state() private copied = false;
  /** The customer's own choice to start muted or not; null leaves it to the link. */
  @state() private mutes: boolean | null = null;

  readonly #link: LinkController = new LinkController(this);
  readonly #devices: MediaController = new MediaController(this, () => this.#link.session?.media ?? null);
  readonly #silence: SilenceWatch = new SilenceWatch(this, () => this.#devices.snapshot?.microphone.track ?? null);
  #port: PermissionPort | null = null;

  protected override render() {
    const view = this.#view;
    if (!view) return nothing;
    return html`
      <div class="column">
        <div class="head">
          ${renderBrand(view.brand.name)}
          <h1 part="heading" tabindex="-1"><bdi>${view.brand.name}</bdi></h1>
          <p class="who">
            ${ownWords(view, this.#link.locale).welcome ?? view.brand.welcome}
            ${this.#link.t('prejoin.who', { queue: view.queueName })}
          </p>
        </div>
        <div class="check">${this.#renderPreview()} ${this.#renderLevel()}</div>
        <div class="choose">
          ${renderNameField(this.#link, {
            displayName: view.displayName,
            problem: this.nameProblem,
            edited: () => (this.nameProblem = null),
          })}
          ${this.#renderDevices()} ${this.#renderConsent(view)} ${this.#renderNotes()} ${this.#renderStart()}
          <p class="privacy">${this.#link.t('prejoin.privacy')}</p>
        </div>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const video = this.renderRoot.querySelector('video');
    const track = this.#devices.snapshot?.camera.track ?? null;
    const shown = video?.srcObject instanceof MediaStream ? (video.srcObject.getTracks()[0] ?? null) : null;
    if (video && shown !== track) video.srcObject = track ? new MediaStream([track]) : null;
  }

  get #view(): JoinView | null {
    const { link } = this.#link;
    return link && screenFor(link).name === 'prejoin' ? link.view : null;
  }

  get #hasMicrophone(): boolean {
    return this.#devices.snapshot?.microphone.state === 'on';
  }

  get #hasCamera(): boolean {
    return this.#devices.snapshot?.camera.state === 'on';
  }

  get #noCamera(): boolean {
    return this.cameraBlocked || this.#devices.snapshot?.camera.state === 'failed';
  }

  /** The link allows no camera: none is asked for. */
  get #audioOnly(): boolean {
    return this.#view?.media === 'audio';
  }

  /** No camera is asked for until the customer turns it on. */
  get #startsUnseen(): boolean {
    return this.#audioOnly || this.#view?.initialOptions?.cameraOff === true;
  }

  /** Who cannot unmute in the call does not start muted. */
  get #mayMute(): boolean {
    return this.#view?.callOptions?.mute !== false;
  }

  get #muted(): boolean {
    return this.#mayMute && (this.mutes ?? this.#view?.initialOptions?.muted ?? false);
  }

  get #busy(): boolean {
    return this.wanted !== null || this.#link.link?.pending === 'redeem';
  }

  #renderPreview() {
    if (this.#hasCamera)
      return html`<div part="preview" class="preview">
        <video aria-label=${this.#link.t('prejoin.preview')} autoplay playsinline .muted=${true}></video>
        ${this.#renderToggles()}
      </div>`;
    if (this.#hasMicrophone)
      return html`<div part="preview" class="preview">
        <div class="off">
          ${this.#audioOnly ? icon(micIcon) : icon(videoOffIcon)}
          <span>${this.#link.t(this.#audioOnly ? 'prejoin.audio-only' : 'prejoin.camera-off')}</span>
        </div>
        ${this.#renderToggles()}
      </div>`;
    return html`<div part="preview" class="preview asks">
      <cc-media-permission
        .kinds=${this.#startsUnseen ? 'audio' : this.asksFor}
        ?plain=${this.offsetWidth < roomForNativeButton}
        .port=${this.#permissionPort}
        @cc-permission-changed=${this.#permissionChanged}
      >
        <p slot="why">${this.#link.t('prejoin.why')}</p>
      </cc-media-permission>
    </div>`;
  }

  #renderToggles() {
    return html`<div class="toggles">
      ${this.#mayMute ? this.#renderMuteToggle() : nothing} ${this.#audioOnly ? nothing : this.#renderCameraToggle()}
    </div>`;
  }

  #renderMuteToggle() {
    const words = this.#link.t(this.#muted ? 'prejoin.unmute' : 'prejoin.mute');
    return renderToggle(words, this.#muted ? micOffIcon : micIcon, () => (this.mutes = !this.#muted));
  }

  #renderCameraToggle() {
    const words = this.#link.t(this.#hasCamera ? 'prejoin.camera-turn-off' : 'prejoin.camera-turn-on');
    return renderToggle(words, this.#hasCamera ? videoIcon : videoOffIcon, () => this.#toggleCamera());
  }

  #renderLevel() {
    const track = this.#devices.snapshot?.microphone.track ?? null;
    return html`<div class="level">
      ${
        track
          ? html`<cc-level-meter .track=${track} @cc-sound-heard=${() => this.#silence.heard()}></cc-level-meter>
              <span class="muted small">${this.#link.t(this.#muted ? 'prejoin.muted' : 'prejoin.listening')}</span>`
          : nothing
      }
    </div>`;
  }

  #renderDevices() {
    if (!this.#hasMicrophone) return nothing;
    return html`<details @toggle=${loadBackgroundSettings}>
      <summary>
        ${icon(settingsIcon)}<span>${this.#link.t(this.#audioOnly ? 'prejoin.devices-audio' : 'prejoin.devices')}</span>
        <span class="chevron">${icon(chevronDownIcon)}</span>
      </summary>
      <cc-device-settings
        kinds=${this.#audioOnly ? 'microphone speaker' : 'microphone speaker camera'}
        .media=${this.#devices.media}
      ></cc-device-settings>
      ${
        this.#audioOnly
          ? nothing
          : html`<cc-background-settings no-preview .media=${this.#devices.media}></cc-background-settings>`
      }
    </details>`;
  }

  #renderNotes() {
    const failure = this.#link.link?.failure;
    return html`
      ${
        this.#noCamera && !this.blocked
          ? html`<p class="attention small" role="status">${this.#link.t('prejoin.camera-blocked')}</p>`
          : nothing
      }
      ${
        this.#silence.silent && !this.#muted
          ? html`<p class="attention small" role="status">${this.#link.t('prejoin.silent')}</p>`
          : nothing
      }
      ${failure ? html`<p class="failure small" role="alert">${this.#link.t(failureWords(failure))}</p>` : nothing}
    `;
  }

  #renderConsent(view: JoinView) {
    return renderConsent(this.#link, {
      mode: view.consent ?? 'off',
      words: ownWords(view, this.#link.locale).consent ?? null,
      missing: this.consentMissing,
      edited: () => (this.consentMissing = false),
    });
  }

  #renderStart() {
    const starting = this.#link.link?.pending === 'redeem';
    const { media = 'both' } = this.#view ?? {};
    const video = starting ? 'prejoin.starting' : this.#noCamera ? 'prejoin.without-camera' : 'prejoin.video';
    return html`<div class="start" @pointerover=${this.#preload} @focusin=${this.#preload}>
      ${
        media === 'audio'
          ? nothing
          : html`<button
              class="button primary"
              type="button"
              aria-disabled=${this.#busy}
              @click=${() => this.#start('video')}
            >
              ${icon(this.#noCamera ? videoOffIcon : videoIcon)}${this.#link.t(video)}
            </button>`
      }
      ${
        media === 'video'
          ? nothing
          : html`<button
              class=${media === 'audio' ? 'button primary' : 'button'}
              type="button"
              aria-disabled=${this.#busy}
              @click=${() => this.#start('audio')}
            >
              ${icon(phoneIcon)}${this.#link.t(starting && media === 'audio' ? 'prejoin.starting' : 'prejoin.audio')}
            </button>`
      }
      ${this.blocked ? this.#renderWithoutMicrophone(this.blocked) : nothing}
    </div>`;
  }

  /** There is a way on without a microphone, and out of a browser that has none to give (E-25, E-26). */
  #renderWithoutMicrophone(cause: MediaErrorCode) {
    return html`
      <button class="button quiet" type="button" aria-describedby="listen" @click=${this.#listen}>
        ${this.#link.t('prejoin.listen-only')}
      </button>
      <p id="listen" class="privacy">${this.#link.t('prejoin.listen-only-hint')}</p>
      ${
        cause === 'unsupported-browser'
          ? html`<button class="button quiet" type="button" @click=${this.#copyLink}>
              ${this.#link.t(this.copied ? 'prejoin.copied' : 'prejoin.copy')}
            </button>`
          : nothing
      }
    `;
  }

  get #permissionPort(): PermissionPort | null {
    const { media } = this.#devices;
    this.#port ??= media && customerPermissions(media);
    return this.permissions ?? this.#port;
  }

  #start(medium: Medium): void {
    if (this.#busy || this.#name() === null || !this.#agreed()) return;
    this.#preload();
    if (!this.#hasMicrophone) void this.#ask(medium);
    else this.#redeem({ medium, cameraOff: medium === 'audio' || !this.#hasCamera });
  }

  /** Asks for what the pressed button needs; the answer starts the call. */
  async #ask(medium: Medium): Promise<void> {
    this.wanted = medium;
    await this.#askFor(medium === 'audio' || this.#noCamera || this.#startsUnseen ? 'audio' : 'audio video');
  }

  async #askFor(kinds: 'audio' | 'audio video'): Promise<void> {
    this.asksFor = this.#startsUnseen ? 'audio' : kinds;
    await this.updateComplete;
    const permission = this.renderRoot.querySelector('cc-media-permission');
    await permission?.updateComplete;
    await permission?.ask();
  }

  async #permissionChanged({ state: answer }: PermissionChangedEvent): Promise<void> {
    if (answer === 'granted') {
      this.blocked = null;
      const medium = this.wanted;
      this.wanted = null;
      if (medium) this.#redeem({ medium, cameraOff: medium === 'audio' || !this.#hasCamera });
    } else if (this.asksFor === 'audio' || this.#startsUnseen) {
      this.blocked = answer;
      this.wanted = null;
    } else {
      // Asked for both, it does not say which one is meant: the microphone alone may well be had. Whoever wanted to be
      // seen decides anew, knowing that they will not be.
      this.wanted = null;
      await this.#askFor('audio');
      this.cameraBlocked = this.#hasMicrophone;
    }
  }

  #redeem(wish: JoinWish): void {
    const displayName = this.#name();
    if (displayName === null) return;
    const full = {
      ...wish,
      ...(this.#muted ? { muted: true } : {}),
      ...(displayName === undefined ? {} : { displayName }),
      ...(this.#view?.consent === 'ask' ? { consent: true } : {}),
    };
    this.#link.request(new StartCallRequestEvent(full), (session) => session.redeem(full));
  }

  #listen(): void {
    if (this.#busy || !this.#agreed()) return;
    const medium = this.#view?.media === 'video' ? 'video' : 'audio';
    this.#redeem({ medium, listenOnly: true, ...(medium === 'video' ? { cameraOff: true } : {}) });
  }

  /** Whether the customer has agreed to what the link asks; where they have not, the question is pointed at. */
  #agreed(): boolean {
    const box = this.renderRoot.querySelector<HTMLInputElement>('#consent');
    if (!box || box.checked) return true;
    this.consentMissing = true;
    box.focus();
    return false;
  }

  /** The name that was typed; undefined where the link holds one, null where it cannot be used. */
  #name(): string | undefined | null {
    const input = this.renderRoot.querySelector<HTMLInputElement>('#name');
    if (!input) return undefined;
    const name = DisplayName.safeParse(input.value);
    if (name.success) return name.data;
    this.nameProblem = input.value.trim() === '' ? 'prejoin.name-needed' : 'prejoin.name-refused';
    input.focus();
    return null;
  }

  #toggleCamera(): void {
    const { media } = this.#devices;
    this.cameraBlocked = false;
    if (this.#hasCamera) media?.closeCamera();
    else media?.openCamera().catch(() => (this.cameraBlocked = true));
  }

  #preload(): void {
    this.#link.session?.preload();
    // Where it fails, who shows the screens tries again.
    loadCallScreens().catch(() => undefined);
  }

  async #copyLink(): Promise<void> {
    await navigator.clipboard?.writeText(location.href).catch(() => undefined);
    this.copied = true;
    this.#link.announce(this.#link.t('prejoin.copied'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-prejoin': CcPrejoin;
  }
}
