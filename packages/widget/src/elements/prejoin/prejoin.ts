import {
  CcDeviceSettings,
  CcLevelMeter,
  CcMediaPermission,
  chevronDownIcon,
  element,
  icon,
  settingsIcon,
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
import { loadDeviceTests } from '../load-device-tests.js';
import { loadOpenElsewhere } from '../load-open-elsewhere.js';
import { loadCallScreens } from '../load-call-screens.js';
import { MediaController } from '../media-controller.js';
import { ownWords } from '../own-words.js';
import { renderBrand } from '../render-brand.js';
import { customerDevices, type CustomerDevices } from './customer-devices.js';
import { customerPermissions } from './customer-permissions.js';
import { failureWords } from './failure-words.js';
import { styles } from './prejoin.styles.js';
import { renderConsent } from './render-consent.js';
import { SilenceWatch } from './silence-watch.js';
import { renderNameField, type NameProblem } from './render-name-field.js';
import { renderPreview, showTrack } from './render-preview.js';
import { renderStart } from './render-start.js';

/** The browser's own permission button does not break its words: where there is less room, ours asks. */
const roomForNativeButton = 360;

/** Causes that end where the link is opened in another browser. */
const elsewhere: ReadonlySet<MediaErrorCode> = new Set<MediaErrorCode>([
  'in-app-browser',
  'insecure-page',
  'unsupported-browser',
]);

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
          ${renderBrand(view.brand, this.#link.session?.pictureUrl(view.brand.logo) ?? null)}
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
    if (this.#elsewhere) void loadOpenElsewhere();
    showTrack(this.renderRoot.querySelector('video'), this.#devices.snapshot?.camera.track ?? null);
  }

  get #view(): JoinView | null {
    const { link } = this.#link;
    return link && screenFor(link).name === 'prejoin' ? link.view : null;
  }

  get #has(): CustomerDevices {
    const { cameraBlocked, mutes } = this;
    return customerDevices(this.#view, this.#devices.media, { cameraBlocked, mutes });
  }

  /** Only another place has a microphone to give (E-25). */
  get #elsewhere(): boolean {
    return this.blocked !== null && elsewhere.has(this.blocked);
  }

  get #busy(): boolean {
    return this.wanted !== null || this.#link.link?.pending === 'redeem';
  }

  #renderPreview() {
    return renderPreview(this.#link, {
      devices: this.#has,
      asking: this.#renderAsking(),
      toggleMute: () => (this.mutes = !this.#has.muted),
      toggleCamera: () => this.#toggleCamera(),
      turnCamera: () => this.#turnCamera(),
    });
  }

  #renderAsking() {
    return html`<cc-media-permission
      .kinds=${this.#has.startsUnseen ? 'audio' : this.asksFor}
      ?plain=${this.offsetWidth < roomForNativeButton}
      .port=${this.#permissionPort}
      @cc-permission-changed=${this.#permissionChanged}
    >
      <p slot="why">${this.#link.t('prejoin.why')}</p>
      ${this.#elsewhere ? html`<cc-open-elsewhere slot="help"></cc-open-elsewhere>` : nothing}
    </cc-media-permission>`;
  }

  #renderLevel() {
    const track = this.#devices.snapshot?.microphone.track ?? null;
    return html`<div class="level">
      ${
        track
          ? html`<cc-level-meter .track=${track} @cc-sound-heard=${() => this.#silence.heard()}></cc-level-meter>
              <span class="muted small">${this.#link.t(this.#has.muted ? 'prejoin.muted' : 'prejoin.listening')}</span>`
          : nothing
      }
    </div>`;
  }

  #renderDevices() {
    if (!this.#has.microphone) return nothing;
    return html`<details @toggle=${loadDeviceTests}>
      <summary>
        ${icon(settingsIcon)}<span>${this.#link.t('prejoin.devices')}</span>
        <span class="chevron">${icon(chevronDownIcon)}</span>
      </summary>
      <cc-device-settings
        kinds=${this.#has.audioOnly ? 'microphone speaker' : 'microphone speaker camera'}
        .media=${this.#devices.media}
      ></cc-device-settings>
      <cc-voice-test
        .track=${this.#devices.snapshot?.microphone.track ?? null}
        speaker=${this.#devices.snapshot?.chosen.speaker ?? ''}
      ></cc-voice-test>
      <cc-network-check .check=${this.#link.session?.checkNetwork ?? null}></cc-network-check>
      ${
        this.#has.audioOnly
          ? nothing
          : html`<cc-background-settings no-preview .media=${this.#devices.media}></cc-background-settings>`
      }
    </details>`;
  }

  #renderNotes() {
    const failure = this.#link.link?.failure;
    return html`
      ${
        this.#has.cameraFailed && !this.blocked
          ? html`<p class="attention small" role="status">${this.#link.t('prejoin.camera-blocked')}</p>`
          : nothing
      }
      ${
        this.#silence.silent && !this.#has.muted
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
    return html`<div class="start" @pointerover=${this.#preload} @focusin=${this.#preload}>
      ${this.#elsewhere ? nothing : this.#renderStartButtons()}
      ${this.blocked ? this.#renderWithoutMicrophone() : nothing}
    </div>`;
  }

  #renderStartButtons() {
    return renderStart(this.#link, {
      media: this.#view?.media ?? 'both',
      busy: this.#busy,
      starting: this.#link.link?.pending === 'redeem',
      cameraFailed: this.#has.cameraFailed,
      start: (medium) => this.#start(medium),
    });
  }

  /** There is a way on without a microphone (E-26); where no other one is left, it looks like one. */
  #renderWithoutMicrophone() {
    return html`
      <button
        class=${this.#elsewhere ? 'button' : 'button quiet'}
        type="button"
        aria-describedby="listen"
        @click=${this.#listen}
      >
        ${this.#link.t('prejoin.listen-only')}
      </button>
      <p id="listen" class="privacy">${this.#link.t('prejoin.listen-only-hint')}</p>
    `;
  }

  get #permissionPort(): PermissionPort | null {
    const { media } = this.#devices;
    this.#port ??= media && customerPermissions(media);
    return this.permissions ?? this.#link.session?.permissions ?? this.#port;
  }

  #start(medium: Medium): void {
    if (this.#busy || this.#name() === null || !this.#agreed()) return;
    this.#preload();
    if (!this.#has.microphone) void this.#ask(medium);
    else this.#redeem({ medium, cameraOff: medium === 'audio' || !this.#has.camera });
  }

  /** Asks for what the pressed button needs; the answer starts the call. */
  async #ask(medium: Medium): Promise<void> {
    this.wanted = medium;
    await this.#askFor(
      medium === 'audio' || this.#has.cameraFailed || this.#has.startsUnseen ? 'audio' : 'audio video',
    );
  }

  async #askFor(kinds: 'audio' | 'audio video'): Promise<void> {
    this.asksFor = this.#has.startsUnseen ? 'audio' : kinds;
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
      if (medium) this.#redeem({ medium, cameraOff: medium === 'audio' || !this.#has.camera });
    } else if (this.asksFor === 'audio' || this.#has.startsUnseen || elsewhere.has(answer)) {
      this.blocked = answer;
      this.wanted = null;
    } else {
      // Asked for both, it does not say which one is meant: the microphone alone may well be had. Whoever wanted to be
      // seen decides anew, knowing that they will not be.
      this.wanted = null;
      await this.#askFor('audio');
      this.cameraBlocked = this.#has.microphone;
    }
  }

  #redeem(wish: JoinWish): void {
    const displayName = this.#name();
    if (displayName === null) return;
    const full = {
      ...wish,
      ...(this.#has.muted ? { muted: true } : {}),
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
    if (this.#has.camera) media?.closeCamera();
    else media?.openCamera().catch(() => (this.cameraBlocked = true));
  }

  #turnCamera(): void {
    this.#devices.media?.turnCamera().catch(() => (this.cameraBlocked = true));
  }

  #preload(): void {
    this.#link.session?.preload();
    // Where it fails, who shows the screens tries again.
    loadCallScreens().catch(() => undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-prejoin': CcPrejoin;
  }
}
