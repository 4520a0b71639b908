import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { HoldRequestEvent, ResumeRequestEvent } from '../events/hold-events.js';
import { pauseIcon, playIcon } from '../icon/call-icons.js';
import { controls } from '../localize/en/controls.js';
import { ProviderController } from '../provider-controller.js';
import { renderControl } from '../render-control.js';
import { controlStyles } from '../theme/control-styles.js';
import { styles } from './hold-button.styles.js';

/**
 * Puts the other party on hold and takes them off again. It shows what the call reports, never what it hopes for, and
 * takes no room where there is nobody to hold. While on hold it is the one thing to do: it says its word aloud.
 *
 * @element cc-hold-button
 * @fires {HoldRequestEvent} cc-hold-request - Before holding. Cancel it to keep talking.
 * @fires {ResumeRequestEvent} cc-resume-request - Before resuming. Cancel it to stay on hold.
 * @fires {CallErrorEvent} cc-call-error - When the call could not be held or resumed.
 * @attr compact - The word is for screen readers alone, where there is no room for it.
 * @attr available - Set by the element while there is a call to hold.
 * @attr held - Set by the element while the other party is on hold.
 * @slot hold - The word while talking. Defaults to "Hold".
 * @slot resume - The word while on hold. Defaults to "Resume".
 * @csspart button - The native button.
 * @csspart icon - The drawing in it.
 */
@element('cc-hold-button')
export class CcHoldButton extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [controlStyles, styles];

  /** Shows its drawing alone on hold, too. */
  @property({ type: Boolean, reflect: true }) compact = false;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof controls> = new ProviderController(this, controls);

  protected override willUpdate(): void {
    const call = this.#call.snapshot;
    this.toggleAttribute('available', call?.mayHold === true && (call.phase === 'connected' || this.#held));
    this.toggleAttribute('held', this.#held);
  }

  protected override render() {
    return renderControl({
      word: this.#host.t(this.#held ? 'hold.resume' : 'hold.hold'),
      slot: this.#held ? 'resume' : 'hold',
      drawing: this.#held ? playIcon : pauseIcon,
      look: this.#held ? 'resume' : '',
      wordy: this.#held && !this.compact,
      pending: this.#pending,
      press: () => this.#toggle(),
    });
  }

  get #held(): boolean {
    return this.#call.snapshot?.phase === 'held';
  }

  get #pending(): boolean {
    const pending = this.#call.snapshot?.pending;
    return pending === 'hold' || pending === 'resume';
  }

  #toggle(): void {
    if (this.#held) this.#call.request(new ResumeRequestEvent(), (call) => call.resume());
    else this.#call.request(new HoldRequestEvent(), (call) => call.hold());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-hold-button': CcHoldButton;
  }
}
