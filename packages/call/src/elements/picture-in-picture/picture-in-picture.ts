import { html, LitElement } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { CallSession } from '../../session/call-session.js';
import type { CallPhase } from '../../session/call-snapshot.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { CallErrorEvent } from '../events/call-error-event.js';
import { CameraOffRequestEvent, CameraOnRequestEvent } from '../events/camera-events.js';
import { HangupRequestEvent } from '../events/hangup-request-event.js';
import { MuteRequestEvent, UnmuteRequestEvent } from '../events/mute-events.js';
import { pictureInPictureIcon } from '../icon/call-icons.js';
import { controls } from '../localize/en/controls.js';
import { pictureInPicture } from '../localize/en/picture-in-picture.js';
import { directionOf } from '../localize/locale-of.js';
import { ProviderController } from '../provider-controller.js';
import { renderControl } from '../render-control.js';
import { controlStyles } from '../theme/control-styles.js';
import { FloatingCall, type FloatingWishes, type FloatingWords } from './floating-call.js';
import { offerMediaActions } from './media-actions.js';
import { documentPictureInPicture, mayFloatVideo } from './picture-in-picture-api.js';
import { styles } from './picture-in-picture.styles.js';

const sentences = { ...controls, ...pictureInPicture } as const;
const openIn: ReadonlySet<CallPhase> = new Set(['connected', 'held', 'consulting', 'transferring', 'reconnecting']);

/**
 * Shows the call in a small window above all others, with mute, camera and end in it, where the browser can; where it can
 * float a video alone, that. The call stays in the page: opening or closing the window touches no media.
 *
 * @element cc-picture-in-picture
 * @fires {MuteRequestEvent} cc-mute-request - Before muting from the window.
 * @fires {UnmuteRequestEvent} cc-unmute-request - Before unmuting from the window.
 * @fires {CameraOnRequestEvent} cc-camera-on-request - Before the camera goes on from the window.
 * @fires {CameraOffRequestEvent} cc-camera-off-request - Before the camera goes off from the window.
 * @fires {HangupRequestEvent} cc-hangup-request - Before the call ends from the window.
 * @fires {CallErrorEvent} cc-call-error - When the window could not be opened.
 * @attr available - Set by the element while there is a call to show and a window to show it in.
 * @attr open - Set by the element while the window is open.
 * @slot open - The word while it is closed. Defaults to "Show in a small window".
 * @slot close - The word while it is open. Defaults to "Close the small window".
 * @csspart button - The native button.
 * @csspart icon - The drawing in it.
 */
@element('cc-picture-in-picture')
export class CcPictureInPicture extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [controlStyles, styles];

  @state() private pending = false;
  @query('video') private video!: HTMLVideoElement | null;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof sentences> = new ProviderController(this, sentences);
  #window: Window | null = null;
  #floating: FloatingCall | null = null;
  #session: CallSession | null = null;
  #stopActions: () => void = () => undefined;
  #detach: () => void = () => undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
    this.#follow(null);
  }

  protected override willUpdate(): void {
    const { session, snapshot } = this.#call;
    const live = snapshot !== null && openIn.has(snapshot.phase);
    this.toggleAttribute('available', live && this.#possible);
    if (!live) this.#close();
    this.#follow(live ? session : null);
    this.toggleAttribute('open', this.#isOpen);
  }

  protected override render() {
    const open = this.#isOpen;
    return html`
      ${renderControl({
        word: this.#host.t(open ? 'pip.close' : 'pip.open'),
        slot: open ? 'close' : 'open',
        drawing: pictureInPictureIcon,
        look: open ? 'filled' : '',
        pending: this.pending,
        press: () => void this.#toggle(),
      })}
      ${documentPictureInPicture() ? '' : html`<video aria-hidden="true" playsinline autoplay .muted=${true} @leavepictureinpicture=${() => this.#close()}></video>`}
    `;
  }

  /** A video alone floats only where there is one to see. */
  get #possible(): boolean {
    if (documentPictureInPicture()) return true;
    return mayFloatVideo() && this.#seen !== undefined;
  }

  get #seen() {
    return this.#call.snapshot?.remotes.find(({ camera, screen }) => screen === 'on' || camera === 'on');
  }

  get #isOpen(): boolean {
    return this.#window !== null || this.#floats;
  }

  /** In a shadow tree of its own the video is known as what it is; from outside as the host of hosts. */
  get #floats(): boolean {
    const root = this.renderRoot as ShadowRoot;
    return this.video !== null && root.pictureInPictureElement === this.video;
  }

  async #toggle(): Promise<void> {
    if (this.#isOpen) return this.#close();
    this.pending = true;
    try {
      await this.#open();
    } catch {
      this.dispatchEvent(new CallErrorEvent('picture-in-picture-refused'));
      this.#host.announce(this.#host.t('pip.failed'));
    }
    this.pending = false;
  }

  async #open(): Promise<void> {
    const { session } = this.#call;
    if (!session || this.#isOpen) return;
    const api = documentPictureInPicture();
    if (!api) return this.#floatVideo(session);
    const target = await api.requestWindow({ width: 320, height: 240 });
    this.#window = target;
    this.#floating = new FloatingCall(target, session, () => this.#words, this.#wishes);
    target.addEventListener('pagehide', () => this.#close(), { once: true });
    this.requestUpdate();
  }

  async #floatVideo(session: CallSession): Promise<void> {
    const party = this.#seen;
    if (!party || !this.video) return;
    this.#detach = session.attachVideo(party.identity, party.screen === 'on' ? 'screen' : 'camera', this.video);
    await this.video.requestPictureInPicture();
    this.requestUpdate();
  }

  #close(): void {
    this.#detach();
    this.#detach = () => undefined;
    if (this.#floats) void document.exitPictureInPicture().catch(() => undefined);
    this.#floating?.dispose();
    this.#floating = null;
    const target = this.#window;
    this.#window = null;
    target?.close();
    this.requestUpdate();
  }

  /** The browser's own buttons belong to the live call. */
  #follow(session: CallSession | null): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#stopActions();
    const enter = () => void this.#open().catch(() => undefined);
    this.#stopActions = session ? offerMediaActions(session, this.#wishes, enter) : () => undefined;
  }

  get #words(): FloatingWords {
    const { locale } = this.#host;
    return {
      mute: this.#host.t('mic.mute'),
      unmute: this.#host.t('mic.unmute'),
      cameraOn: this.#host.t('camera.on'),
      cameraOff: this.#host.t('camera.off'),
      hangup: this.#host.t('hangup.end'),
      nobody: this.#host.t('pip.nobody'),
      held: this.#host.t('pip.held'),
      lang: locale,
      direction: directionOf(locale),
    };
  }

  readonly #wishes: FloatingWishes = {
    mute: () => this.#call.request(new MuteRequestEvent(), (call) => call.mute()),
    unmute: () => this.#call.request(new UnmuteRequestEvent(), (call) => call.unmute()),
    cameraOn: () => this.#call.request(new CameraOnRequestEvent(), (call) => call.cameraOn()),
    cameraOff: () => this.#call.request(new CameraOffRequestEvent(), (call) => call.cameraOff()),
    hangup: () => this.#call.request(new HangupRequestEvent(), (call) => call.hangup()),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-picture-in-picture': CcPictureInPicture;
  }
}
