import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { NetworkReport } from '../../media/judge-network.js';
import { element } from '../element.js';
import { NetworkCheckedEvent } from '../events/network-checked-event.js';
import { icon } from '../icon/icon.js';
import { alertIcon, checkIcon, copyIcon } from '../icon/icons.js';
import { network } from '../localize/en/network.js';
import { ProviderController } from '../provider-controller.js';
import { styles } from './network-check.styles.js';

const symbols = { good: checkIcon, 'no-video': alertIcon, blocked: alertIcon } as const;

/**
 * Tries the network before a call: good, good without video, or blocked, in words and with a code that can be copied for
 * whoever helps. It starts on a press, since it sends some seconds of picture; whatever it finds, nobody is kept from
 * starting a call.
 *
 * @element cc-network-check
 * @fires {NetworkCheckedEvent} cc-network-checked - When it was tried, with what was found.
 * @csspart button - The button that starts.
 * @csspart result - What was found.
 * @csspart copy - The button that copies the code.
 */
@element('cc-network-check')
export class CcNetworkCheck extends LitElement {
  static override styles = styles;

  /** Tries the network: `checkNetwork()` of this package does. Without it there is nothing to show. */
  @property({ attribute: false }) check: (() => Promise<NetworkReport>) | null = null;
  /** What was found; set by the element, or by a host that has checked before. */
  @property({ attribute: false }) report: NetworkReport | null = null;

  @state() private running = false;
  @state() private copied = false;

  readonly #host: ProviderController<typeof network> = new ProviderController(this, network);

  protected override render() {
    if (!this.check) return nothing;
    return html`
      <button part="button" class="button" type="button" aria-disabled=${this.running} @click=${this.#run}>
        ${this.#host.t(this.running ? 'network.running' : this.report ? 'network.again' : 'network.start')}
      </button>
      <div role="status">${this.report && !this.running ? this.#renderReport(this.report) : this.#renderHint()}</div>
    `;
  }

  #renderHint() {
    return html`<p class="hint">${this.#host.t(this.running ? 'network.wait' : 'network.hint')}</p>`;
  }

  #renderReport({ verdict, code }: NetworkReport) {
    return html`
      <p part="result" class="result ${verdict}">
        ${icon(symbols[verdict])}<span>${this.#host.t(`network.${verdict}`)}</span>
      </p>
      <p class="code">
        <code dir="ltr">${code}</code>
        <button part="copy" class="button quiet" type="button" @click=${() => this.#copy(code)}>
          ${icon(this.copied ? checkIcon : copyIcon)} ${this.#host.t(this.copied ? 'network.copied' : 'network.copy')}
        </button>
      </p>
    `;
  }

  async #run(): Promise<void> {
    if (this.running || !this.check) return;
    this.running = true;
    this.copied = false;
    try {
      this.report = await this.check();
      this.dispatchEvent(new NetworkCheckedEvent(this.report.verdict, this.report.code));
    } finally {
      this.running = false;
    }
  }

  async #copy(code: string): Promise<void> {
    // Without a clipboard the code can still be selected and read out.
    this.copied = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    if (this.copied) this.#host.announce(this.#host.t('network.copied'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-network-check': CcNetworkCheck;
  }
}
