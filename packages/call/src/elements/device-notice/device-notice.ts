import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LocalMedia, ReplacedDevice } from '../../media/local-media.js';
import type { MediaErrorCode } from '../../media/media-error.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { CameraOnRequestEvent } from '../events/camera-events.js';
import { devices } from '../localize/en/devices.js';
import { permission } from '../localize/en/permission.js';
import { browserPermissions, type PermissionKind, type PermissionPort } from '../media-permission/permission-port.js';
import { PermissionWatch } from '../media-permission/permission-watch.js';
import { permissionWords } from '../media-permission/permission-words.js';
import { ProviderController } from '../provider-controller.js';
import { styles } from './device-notice.styles.js';

/** What the element needs of the call's own devices. */
export type OwnDevices = Pick<LocalMedia, 'snapshot' | 'subscribe' | 'openMicrophone'>;

const strings = { ...devices, ...permission };

/**
 * Says during a call what is wrong with the own microphone or camera, by cause and with the next step, that another
 * device is used as the one before was unplugged, and that the camera is paused for a weak line (E-26). The call goes on
 * meanwhile, heard only or seen only. It shows nothing while all is well.
 *
 * @element cc-device-notice
 * @fires {CameraOnRequestEvent} cc-camera-on-request - Before the camera is tried again or goes on again.
 * @fires {CallErrorEvent} cc-call-error - When that did not work.
 * @attr empty - Set by the element while there is nothing to say.
 * @csspart notice - Each notice.
 */
@element('cc-device-notice')
export class CcDeviceNotice extends LitElement {
  static override styles = styles;

  /** How long it is said that another device is used, in milliseconds. */
  @property({ type: Number, attribute: 'replaced-for-ms' }) replacedForMs = 8_000;
  /** What it asks of the browser. */
  @property({ attribute: false }) port: PermissionPort = browserPermissions;

  @state() private over: ReplacedDevice | null = null;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof strings> = new ProviderController(this, strings);
  readonly #watch: PermissionWatch = new PermissionWatch(this, () => this.port, {
    granted: () => this.#retryRefused(),
    prompt: () => undefined,
    denied: () => undefined,
    devices: () => undefined,
  });
  #followed: OwnDevices | null = null;
  #leave: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timed: ReplacedDevice | null = null;
  #watched = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
    clearTimeout(this.#timer);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watched = '';
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    const call = this.#call.snapshot;
    const live = call !== null && call.phase !== 'ended' && call.phase !== 'waiting';
    if (this.isConnected) this.#follow(live ? (this.#call.session?.media ?? null) : null);
    this.toggleAttribute('empty', this.#notices.length === 0);
  }

  protected override render() {
    return this.#notices;
  }

  protected override updated(): void {
    this.#watchRefused();
    const replaced = this.#followed?.snapshot.replaced ?? null;
    if (replaced === this.#timed) return;
    this.#timed = replaced;
    clearTimeout(this.#timer);
    if (replaced) this.#timer = setTimeout(() => (this.over = replaced), this.replacedForMs);
  }

  get #notices(): TemplateResult[] {
    const media = this.#followed?.snapshot;
    if (!media) return [];
    const { microphone, camera, replaced } = media;
    return [
      this.#renderFailure('microphone', microphone.error),
      this.#renderFailure('camera', camera.error),
      this.#call.snapshot?.videoPaused ? this.#renderPaused() : nothing,
      replaced && replaced !== this.over && media[replaced.device].state === 'on'
        ? this.#renderReplaced(replaced)
        : nothing,
    ].filter((one) => typeof one !== 'symbol');
  }

  #renderFailure(device: PermissionKind, code: MediaErrorCode | null) {
    // What an effect lacks is said by its own notice; an audio call needs no camera.
    if (code === null || code === 'effect-unavailable') return nothing;
    if (device === 'camera' && this.#call.snapshot?.record.medium !== 'video') return nothing;
    const { what, step } = permissionWords(code, device, this.port.userAgent);
    return html`<div part="notice" class="notice" role="alert">
      <p class="what">${this.#host.t(what)}</p>
      <p>${this.#host.t(step, { allow: device })}</p>
      <button class="button" type="button" @click=${() => this.#retry(device)}>
        ${this.#host.t('permission.try-again')}
      </button>
    </div>`;
  }

  #renderPaused() {
    return html`<div part="notice" class="notice" role="status">
      <p>${this.#host.t('devices.video-paused')}</p>
      <button class="button" type="button" @click=${() => this.#retry('camera')}>
        ${this.#host.t('devices.video-on')}
      </button>
    </div>`;
  }

  #renderReplaced({ device, label }: ReplacedDevice) {
    const kind = this.#host.t(`devices.${device}`);
    return html`<p part="notice" class="notice calm" role="status">
      ${this.#host.t('devices.replaced', { kind, device: label || kind })}
    </p>`;
  }

  #retry(device: PermissionKind): void {
    // Who is muted stays muted: the microphone alone is opened.
    if (device === 'microphone') void this.#followed?.openMicrophone().catch(() => undefined);
    else this.#call.request(new CameraOnRequestEvent(), (call) => call.cameraOn());
  }

  /** The person has allowed it in the browser's own settings. */
  #retryRefused(): void {
    for (const device of this.#refused) this.#retry(device);
  }

  get #refused(): readonly PermissionKind[] {
    const media = this.#followed?.snapshot;
    return (['microphone', 'camera'] as const).filter((device) => media?.[device].error === 'permission-denied');
  }

  #watchRefused(): void {
    const refused = this.#refused;
    if (refused.join() === this.#watched) return;
    this.#watched = refused.join();
    void this.#watch.start(refused, false);
  }

  #follow(media: OwnDevices | null): void {
    if (media === this.#followed) return;
    this.#leave?.();
    this.#followed = media;
    this.#leave = media?.subscribe(() => this.requestUpdate());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-device-notice': CcDeviceNotice;
  }
}
