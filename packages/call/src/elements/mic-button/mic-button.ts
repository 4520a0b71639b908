import { LitElement } from 'lit';
import { isTalking } from '../../session/call-snapshot.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { MuteRequestEvent, UnmuteRequestEvent } from '../events/mute-events.js';
import { micIcon, micOffIcon } from '../icon/icons.js';
import { controls } from '../localize/en/controls.js';
import { ProviderController } from '../provider-controller.js';
import { renderControl } from '../render-control.js';
import { controlStyles } from '../theme/control-styles.js';

/**
 * Mutes the own microphone and unmutes it. It shows what the call reports, never what was asked for, and takes no
 * room while there is no call to speak in.
 *
 * @element cc-mic-button
 * @fires {MuteRequestEvent} cc-mute-request - Before muting. Cancel it to stay heard.
 * @fires {UnmuteRequestEvent} cc-unmute-request - Before unmuting. Cancel it to stay muted.
 * @fires {CallErrorEvent} cc-call-error - When the microphone could not be muted or unmuted.
 * @attr available - Set by the element while there is a call to speak in.
 * @attr muted - Set by the element while the microphone is muted or missing.
 * @slot mute - The word while heard. Defaults to "Mute".
 * @slot unmute - The word while muted. Defaults to "Unmute".
 * @csspart button - The native button.
 * @csspart icon - The drawing in it.
 * @cssproperty [--cc-control-background] - Background while heard.
 */
@element('cc-mic-button')
export class CcMicButton extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = controlStyles;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof controls> = new ProviderController(this, controls);

  protected override willUpdate(): void {
    const call = this.#call.snapshot;
    this.toggleAttribute('available', call !== null && isTalking(call.phase));
    this.toggleAttribute('muted', this.#muted);
  }

  protected override render() {
    return renderControl({
      word: this.#host.t(this.#muted ? 'mic.unmute' : 'mic.mute'),
      slot: this.#muted ? 'unmute' : 'mute',
      drawing: this.#muted ? micOffIcon : micIcon,
      look: this.#muted ? 'filled' : '',
      pending: this.#pending,
      press: () => this.#toggle(),
    });
  }

  get #muted(): boolean {
    return this.#call.snapshot?.local.microphone !== 'on';
  }

  get #pending(): boolean {
    const pending = this.#call.snapshot?.pending;
    return pending === 'mute' || pending === 'unmute';
  }

  #toggle(): void {
    if (this.#muted) this.#call.request(new UnmuteRequestEvent(), (call) => call.unmute());
    else this.#call.request(new MuteRequestEvent(), (call) => call.mute());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-mic-button': CcMicButton;
  }
}
