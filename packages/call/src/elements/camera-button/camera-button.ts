import { LitElement } from 'lit';
import { isTalking } from '../../session/call-snapshot.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { CameraOffRequestEvent, CameraOnRequestEvent } from '../events/camera-events.js';
import { videoIcon, videoOffIcon } from '../icon/icons.js';
import { controls } from '../localize/en/controls.js';
import { ProviderController } from '../provider-controller.js';
import { renderControl } from '../render-control.js';
import { controlStyles } from '../theme/control-styles.js';

/**
 * Switches the own camera on and off. It shows what the call reports, never what was asked for, and takes no room on
 * an audio call.
 *
 * @element cc-camera-button
 * @fires {CameraOnRequestEvent} cc-camera-on-request - Before the camera goes on. Cancel it to stay unseen.
 * @fires {CameraOffRequestEvent} cc-camera-off-request - Before the camera goes off. Cancel it to stay seen.
 * @fires {CallErrorEvent} cc-call-error - When the camera could not be switched.
 * @attr available - Set by the element while there is a call to be seen in.
 * @attr off - Set by the element while nothing is seen of this side.
 * @slot on - The word while the camera is off. Defaults to "Turn camera on".
 * @slot off - The word while the camera is on. Defaults to "Turn camera off".
 * @csspart button - The native button.
 * @csspart icon - The drawing in it.
 * @cssproperty [--cc-control-background] - Background while the camera is on.
 */
@element('cc-camera-button')
export class CcCameraButton extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = controlStyles;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof controls> = new ProviderController(this, controls);

  protected override willUpdate(): void {
    const call = this.#call.snapshot;
    const seen = call !== null && call.record.medium === 'video';
    this.toggleAttribute('available', seen && isTalking(call.phase));
    this.toggleAttribute('off', this.#off);
  }

  protected override render() {
    return renderControl({
      word: this.#host.t(this.#off ? 'camera.on' : 'camera.off'),
      slot: this.#off ? 'on' : 'off',
      drawing: this.#off ? videoOffIcon : videoIcon,
      look: this.#off ? 'filled' : '',
      pending: this.#pending,
      press: () => this.#toggle(),
    });
  }

  get #off(): boolean {
    return this.#call.snapshot?.local.camera !== 'on';
  }

  get #pending(): boolean {
    const pending = this.#call.snapshot?.pending;
    return pending === 'camera-on' || pending === 'camera-off';
  }

  #toggle(): void {
    if (this.#off) this.#call.request(new CameraOnRequestEvent(), (call) => call.cameraOn());
    else this.#call.request(new CameraOffRequestEvent(), (call) => call.cameraOff());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-camera-button': CcCameraButton;
  }
}
