import { LitElement } from 'lit';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { HangupRequestEvent } from '../events/hangup-request-event.js';
import { phoneOffIcon } from '../icon/call-icons.js';
import { controls } from '../localize/en/controls.js';
import { ProviderController } from '../provider-controller.js';
import { renderControl } from '../render-control.js';
import { controlStyles } from '../theme/control-styles.js';

/**
 * Ends the call for both sides. It takes no room while there is no call.
 *
 * @element cc-hangup-button
 * @fires {HangupRequestEvent} cc-hangup-request - Before the call ends. Cancel it to ask first, or to go on.
 * @fires {CallErrorEvent} cc-call-error - When the call could not be ended.
 * @attr available - Set by the element while there is a call to end.
 * @slot - The word. Defaults to "End call".
 * @csspart button - The native button.
 * @csspart icon - The drawing in it.
 */
@element('cc-hangup-button')
export class CcHangupButton extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = controlStyles;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof controls> = new ProviderController(this, controls);

  protected override willUpdate(): void {
    const phase = this.#call.snapshot?.phase;
    this.toggleAttribute('available', phase !== undefined && phase !== 'ended');
  }

  protected override render() {
    return renderControl({
      word: this.#host.t('hangup.end'),
      drawing: phoneOffIcon,
      look: 'end',
      pending: this.#call.snapshot?.pending === 'hangup',
      press: () => this.#call.request(new HangupRequestEvent(), (call) => call.hangup()),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-hangup-button': CcHangupButton;
  }
}
