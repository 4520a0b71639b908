import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MediaErrorCode } from '../../media/media-error.js';
import { element } from '../element.js';
import { PermissionChangedEvent } from '../events/permission-changed-event.js';
import { icon } from '../icon/icon.js';
import { alertIcon } from '../icon/icons.js';
import { permission } from '../localize/en/permission.js';
import { ProviderController } from '../provider-controller.js';
import { styles } from './media-permission.styles.js';
import { deviceFailureCode, withoutDevices } from '../../media/device-failure.js';
import { browserPermissions, type PermissionKind, type PermissionPort } from './permission-port.js';
import type { permissionPicture } from './permission-pictures.js';
import { permissionWords, systemSettings } from './permission-words.js';
import { PermissionWatch } from './permission-watch.js';

/** The browser's own permission button (Chromium 151): it can ask again after a refusal, which a script cannot. */
interface UserMediaElement extends HTMLElement {
  readonly stream: MediaStream | null;
  readonly error: DOMException | null;
  setConstraints(constraints: MediaStreamConstraints): void;
}

/** Causes that no further try on this page can mend. */
const hopeless: ReadonlySet<MediaErrorCode> = new Set<MediaErrorCode>([
  'insecure-page',
  'unsupported-browser',
  'in-app-browser',
]);

/**
 * Asks for microphone and camera after saying what for, and shows the way back when they cannot be had: another
 * sentence for every cause, in the words of the reader's browser. It goes on by itself when the permission is given
 * or a device is plugged in. Once all is given it takes no room.
 *
 * @element cc-media-permission
 * @fires {PermissionChangedEvent} cc-permission-changed - When the devices were given, with the stream, or could not be had, with the cause.
 * @slot why - Says what the devices are for. Defaults to one sentence.
 * @slot help - Further ways out, below what is wrong.
 * @csspart button - The button that asks.
 * @csspart problem - What is wrong, and what to do.
 * @csspart settings - The link to the settings of the system.
 * @csspart picture - Where to find it, drawn.
 */
@element('cc-media-permission')
export class CcMediaPermission extends LitElement {
  static override styles = styles;

  /** What to ask for: `audio`, `video` (camera alone) or `audio video`. */
  @property() kinds: 'audio' | 'video' | 'audio video' = 'audio';
  /** `idle`: has not asked. `asking`: the browser asks. `granted`, or why not. Set by the element; set a cause to show its way back. */
  @property({ reflect: true }) state: 'idle' | 'asking' | 'granted' | MediaErrorCode = 'idle';
  /** Asks with a plain button also where the browser has one of its own. */
  @property({ type: Boolean }) plain = false;
  /** The browser's permissions. */
  @property({ attribute: false }) port: PermissionPort = browserPermissions;

  /** The device a refusal is about. */
  @state() private device: PermissionKind = 'microphone';

  /** Draws the way back; loaded once something is wrong, and not there where it cannot be. */
  @state() private picture: typeof permissionPicture | null = null;

  readonly #host: ProviderController<typeof permission> = new ProviderController(this, permission);
  readonly #watch: PermissionWatch = new PermissionWatch(this, () => this.port, {
    granted: () => void this.#acquire(),
    prompt: () => {
      if (this.state === 'permission-denied') this.state = 'idle';
    },
    denied: (device) => this.#fail('permission-denied', device),
    devices: () => {
      if (this.state === 'device-not-found' || this.state === 'device-in-use') void this.#acquire();
    },
  });

  /** Asks now, as the button does. For a button of the host's own. */
  async ask(): Promise<void> {
    await this.#acquire();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const page = this.port.situation('microphone');
    // Nothing that a person could allow: the way out is shown before they are asked.
    if (this.state === 'idle' && !page.hasDevices) this.#fail(withoutDevices(page), 'microphone');
    // A cause the host has set stays until something changes; otherwise the browser is asked how things stand.
    void this.#watch.start(this.#needs, this.state === 'idle');
  }

  protected override render() {
    if (this.state === 'granted') return nothing;
    return html`<div class="box">
      ${this.state === 'idle' || this.state === 'asking' ? this.#renderAsk(this.state) : this.#renderProblem(this.state)}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('state') && this.#problem) void this.#draw();
    const native = this.renderRoot.querySelector<UserMediaElement>('usermedia');
    if (native && (changed.has('kinds') || changed.has('state') || changed.has('plain')))
      native.setConstraints(this.#constraints);
  }

  get #problem(): boolean {
    return this.state !== 'idle' && this.state !== 'asking' && this.state !== 'granted';
  }

  #renderAsk(now: 'idle' | 'asking') {
    const both = this.kinds !== 'audio';
    return html`
      <slot name="why"><p>${this.#host.t(both ? 'permission.why-video' : 'permission.why-audio')}</p></slot>
      ${this.#renderButton(this.#host.t(both ? 'permission.allow-video' : 'permission.allow-audio'))}
      <p class="next" role="status">${this.#host.t(now === 'asking' ? 'permission.asking' : 'permission.next')}</p>
    `;
  }

  #renderProblem(code: MediaErrorCode) {
    const { what, step } = permissionWords(code, this.device, this.port.userAgent);
    const allow = this.#needs.join('; ');
    return html`
      <div part="problem" class="box" role="alert">
        <p class="what">${icon(alertIcon)}<span>${this.#host.t(what)}</span></p>
        ${this.picture?.(code, this.port.userAgent) ?? nothing}
        <p>${step === 'permission.policy.step' ? this.#host.t(step, { allow }) : this.#host.t(step)}</p>
      </div>
      ${this.#renderSettings(code)}
      <slot name="help"></slot>
      ${hopeless.has(code) ? nothing : this.#renderButton(this.#host.t('permission.try-again'))}
      <span class="code">${this.#host.t('permission.code', { code })}</span>
    `;
  }

  /** Straight to where the system allows it, on systems that have an address for that. */
  #renderSettings(code: MediaErrorCode) {
    const address = code === 'permission-denied-by-system' ? systemSettings(this.device, this.port.userAgent) : null;
    if (address === null) return nothing;
    return html`<a part="settings" class="button" href=${address}>${this.#host.t('permission.system.open')}</a>`;
  }

  #renderButton(words: string) {
    const button = html`<button
      part="button"
      class="button primary"
      type="button"
      aria-disabled=${this.state === 'asking'}
      @click=${this.#press}
    >
      ${words}
    </button>`;
    if (!this.#asksNatively) return button;
    return html`<usermedia @stream=${this.#receive} @error=${this.#refuse}>${button}</usermedia>`;
  }

  /**
   * The browser's own button names microphone and camera, whatever it is asked for. So it asks when both are wanted,
   * and after a refusal, when nothing else can ask again.
   */
  get #asksNatively(): boolean {
    const fits = this.state === 'permission-denied' || (this.kinds === 'audio video' && this.state === 'idle');
    return fits && !this.plain && 'HTMLUserMediaElement' in window;
  }

  get #needs(): readonly PermissionKind[] {
    const kinds = this.kinds.split(' ');
    return (['microphone', 'camera'] as const).filter((kind) => kinds.includes(kind === 'camera' ? 'video' : 'audio'));
  }

  get #constraints(): MediaStreamConstraints {
    const needs = this.#needs;
    return {
      ...(needs.includes('microphone') ? { audio: {} } : {}),
      ...(needs.includes('camera') ? { video: {} } : {}),
    };
  }

  #press(): void {
    if (this.state !== 'asking') void this.#acquire();
  }

  async #acquire(): Promise<void> {
    if (this.state === 'asking' || this.state === 'granted') return;
    this.state = 'asking';
    try {
      this.#grant(await this.port.acquire(this.#constraints));
    } catch (error) {
      await this.#explain(error);
    }
  }

  #receive(event: Event): void {
    const { stream } = event.currentTarget as UserMediaElement;
    if (stream) this.#grant(stream);
  }

  #refuse(event: Event): void {
    void this.#explain((event.currentTarget as UserMediaElement).error);
  }

  /** A refusal of both does not say which one is meant; the permission that is not granted is. */
  async #explain(error: unknown): Promise<void> {
    const [first = 'microphone', second] = this.#needs;
    const granted = second !== undefined && (await this.port.query(first))?.state === 'granted';
    const device = granted ? second : first;
    this.#fail(deviceFailureCode(error, this.port.situation(device)), device);
  }

  async #draw(): Promise<void> {
    const pictures = await import('./permission-pictures.js').catch(() => null);
    this.picture = pictures?.permissionPicture ?? null;
  }

  #grant(stream: MediaStream): void {
    this.state = 'granted';
    this.dispatchEvent(new PermissionChangedEvent('granted', stream));
  }

  #fail(code: MediaErrorCode, device: PermissionKind): void {
    this.state = code;
    this.device = device;
    this.dispatchEvent(new PermissionChangedEvent(code));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-media-permission': CcMediaPermission;
  }
}
