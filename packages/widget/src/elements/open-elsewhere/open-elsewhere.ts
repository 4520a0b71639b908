import {
  checkIcon,
  copyIcon,
  element,
  externalLinkIcon,
  icon,
  inAppBrowser,
  qrPath,
  renderQr,
  type QrCode,
} from '@carillon/call';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LinkController } from '../link-controller.js';
import { browserAddress, secureAddress } from './browser-address.js';
import { styles } from './open-elsewhere.styles.js';

/**
 * The way out of a place that has no microphone to give: an app's own browser, a page without https, a browser that is
 * too old. The link opens in a real browser where the system has a way to say so, can be copied, and carried to another
 * device as a QR code (E-25). It names the app, and where its menu is.
 *
 * @element cc-open-elsewhere
 * @csspart open - The link that opens a browser.
 * @csspart copy - The button that copies the link.
 */
@element('cc-open-elsewhere')
export class CcOpenElsewhere extends LitElement {
  static override styles = styles;

  /** The link to open. Defaults to the page's own address. */
  @property() href = location.href;
  /** What the browser says that it is. */
  @property({ attribute: false }) userAgent = navigator.userAgent;
  /** Where the link is copied to. */
  @property({ attribute: false }) copy: (text: string) => Promise<void> = (text) => navigator.clipboard.writeText(text);

  @state() private copied: 'yes' | 'failed' | null = null;
  @state() private qr: QrCode | null = null;

  readonly #link: LinkController = new LinkController(this);

  protected override render() {
    const app = inAppBrowser(this.userAgent);
    const address = secureAddress(this.href) ?? browserAddress(this.href, this.userAgent);
    return html`
      ${app === null ? nothing : html`<p>${this.#steps(app)}</p>`}
      <div class="actions">
        ${
          address === null
            ? nothing
            : html`<a part="open" class="button primary" href=${address}>
                ${icon(externalLinkIcon)}${this.#link.t('elsewhere.open')}
              </a>`
        }
        <button part="copy" class="button" type="button" @click=${this.#copy}>
          ${icon(this.copied === 'yes' ? checkIcon : copyIcon)}
          ${this.#link.t(this.copied === 'yes' ? 'elsewhere.copied' : 'elsewhere.copy')}
        </button>
      </div>
      ${this.copied === 'failed' ? this.#renderByHand() : nothing}
      <details @toggle=${this.#drawQr}>
        <summary>${this.#link.t('elsewhere.other-device')}</summary>
        <div class="code">${this.qr ? renderQr(this.qr, this.#link.t('elsewhere.qr')) : nothing}</div>
      </details>
    `;
  }

  #steps(app: string): string {
    return app === '' ? this.#link.t('elsewhere.menu') : this.#link.t('elsewhere.menu-of', { app });
  }

  /** Some web views have no clipboard: then the address is there to be held and copied. */
  #renderByHand() {
    return html`<label class="field">
      <span>${this.#link.t('elsewhere.by-hand')}</span>
      <input class="input" readonly dir="ltr" .value=${this.href} @focus=${this.#select} />
    </label>`;
  }

  #select({ currentTarget }: Event): void {
    (currentTarget as HTMLInputElement).select();
  }

  async #copy(): Promise<void> {
    try {
      await this.copy(this.href);
      this.copied = 'yes';
      this.#link.announce(this.#link.t('elsewhere.copied'));
    } catch {
      this.copied = 'failed';
    }
  }

  async #drawQr(): Promise<void> {
    // Where it cannot be drawn, the link can still be copied.
    this.qr ??= await qrPath(this.href).catch(() => null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-open-elsewhere': CcOpenElsewhere;
  }
}
