import type { LinkConfiguration, Queue } from '@carillon/contract';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sayError, type AdminApi } from '../admin-api.js';
import { adminStyles } from '../admin-styles.js';
import './link-form.js';
import { emptyConfiguration } from './form-values.js';
import { renderConfigurations } from './render-configurations.js';

/** What sorts of call links a company has: a list, and a page to change one. Reports `desk-saved` with a sentence. */
@customElement('desk-links')
export class LinksPart extends LitElement {
  static override styles = adminStyles;

  @property({ attribute: false }) api!: AdminApi;
  @property({ attribute: false }) queues: readonly Queue[] = [];
  @state() private configurations: readonly LinkConfiguration[] | null = null;
  /** The one that is changed; one without a key is new. */
  @state() private edited: LinkConfiguration | null = null;
  @state() private failure = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  /** Opens the form for a new configuration, with the company as the others know it. */
  add(): void {
    const [first] = this.configurations ?? [];
    this.#edit(emptyConfiguration(this.queues[0]?.id ?? '', first?.brand.name ?? ''));
  }

  protected override render() {
    if (this.failure)
      return html`<div class="state" role="alert">
        <p>${this.failure}</p>
        <button class="button" type="button" @click=${() => void this.#load()}>Try again</button>
      </div>`;
    if (!this.configurations) return html`<p class="state" role="status">Loading…</p>`;
    if (this.edited)
      return html`<desk-link-form
        .api=${this.api}
        .queues=${this.queues}
        .configuration=${this.edited}
        @desk-saved=${() => void this.#load()}
        @desk-close=${() => void this.#close()}
      ></desk-link-form>`;
    return renderConfigurations(this.configurations, (one) => this.#edit(one));
  }

  #edit(configuration: LinkConfiguration): void {
    this.edited = configuration;
    this.#tell();
  }

  /** Back to the list, to the button that led away from it. */
  async #close(): Promise<void> {
    const key = this.edited?.key ?? '';
    this.edited = null;
    this.#tell();
    await this.updateComplete;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-key]')];
    (buttons.find(({ dataset }) => dataset['key'] === key) ?? buttons[0])?.focus();
  }

  /** The page around has no use for a button that adds while something is changed. */
  #tell(): void {
    this.dispatchEvent(
      new CustomEvent('desk-editing', { detail: this.edited !== null, bubbles: true, composed: true }),
    );
  }

  async #load(): Promise<void> {
    this.failure = '';
    try {
      this.configurations = await this.api.configurations();
    } catch (error) {
      this.failure = sayError(error);
    }
  }
}
