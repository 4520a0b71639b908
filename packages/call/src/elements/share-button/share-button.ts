import { LitElement } from 'lit';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { ShareRequestEvent, UnshareRequestEvent } from '../events/share-events.js';
import { screenShareIcon, screenShareOffIcon } from '../icon/call-icons.js';
import { controls } from '../localize/en/controls.js';
import { ProviderController } from '../provider-controller.js';
import { renderControl } from '../render-control.js';
import { controlStyles } from '../theme/control-styles.js';

/**
 * Shares a screen, window or tab and ceases to. It shows what the call reports, also after the browser's own bar has ended
 * it, and takes no room where this browser or this call cannot share.
 *
 * @element cc-share-button
 * @fires {ShareRequestEvent} cc-share-request - Before the browser lets the person choose. Cancel it to share nothing.
 * @fires {UnshareRequestEvent} cc-unshare-request - Before the sharing ends. Cancel it to go on.
 * @fires {CallErrorEvent} cc-call-error - When nothing could be shared.
 * @attr available - Set by the element while something can be shared.
 * @attr sharing - Set by the element while something is.
 * @slot share - The word while nothing is shared. Defaults to "Share screen".
 * @slot unshare - The word while something is. Defaults to "Stop sharing".
 * @csspart button - The native button.
 * @csspart icon - The drawing in it.
 */
@element('cc-share-button')
export class CcShareButton extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = controlStyles;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof controls> = new ProviderController(this, controls);

  protected override willUpdate(): void {
    const call = this.#call.snapshot;
    this.toggleAttribute('available', call?.phase === 'connected' && (call.mayShare || this.#sharing));
    this.toggleAttribute('sharing', this.#sharing);
  }

  protected override render() {
    return renderControl({
      word: this.#host.t(this.#sharing ? 'share.stop' : 'share.start'),
      slot: this.#sharing ? 'unshare' : 'share',
      drawing: this.#sharing ? screenShareOffIcon : screenShareIcon,
      look: this.#sharing ? 'filled' : '',
      pending: this.#pending,
      press: () => this.#toggle(),
    });
  }

  get #sharing(): boolean {
    return this.#call.snapshot?.local.screen === 'on';
  }

  get #pending(): boolean {
    const pending = this.#call.snapshot?.pending;
    return pending === 'share' || pending === 'unshare';
  }

  #toggle(): void {
    if (this.#sharing) this.#call.request(new UnshareRequestEvent(), (call) => call.unshare());
    else this.#call.request(new ShareRequestEvent(), (call) => call.share());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-share-button': CcShareButton;
  }
}
