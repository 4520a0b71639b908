import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { sayError, type AdminApi } from './admin-api.js';
import { adminStyles } from './admin-styles.js';

/**
 * Chooses, uploads and takes away one file that a record names by its id. What a file says of itself is looked at before
 * anything of it is sent; what is refused leaves the one there was. Reports `desk-file` with an id, or null.
 */
export abstract class UploadField extends LitElement {
  static override styles = [
    ...adminStyles,
    css`
      .shown {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      /* The button opens it; by itself it would be one more stop. */
      input[type='file'] {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) api!: AdminApi;
  @property() label = '';
  /** Id of what is there; null for none. */
  @property({ attribute: false }) value: string | null = null;
  /** What the server has refused. */
  @property() error = '';
  @state() private failure = '';
  @state() private busy = false;
  @query('input') private input!: HTMLInputElement;

  /** Types that a browser offers first. */
  protected abstract readonly accept: readonly string[];
  protected abstract readonly hint: string;
  /** Why a file is not taken, in words; null where it may be sent. */
  protected abstract refusalOf(bytes: Uint8Array): string | null;
  /** Uploads it and answers its id. */
  protected abstract send(file: File): Promise<string>;
  protected abstract renderValue(id: string): TemplateResult;

  /** What stands there while there is none. */
  protected renderNone(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Puts the focus where a file can be chosen again. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override render() {
    const { label, value } = this;
    const failure = this.failure || this.error;
    return html`
      <div class="field" role="group" aria-labelledby="label">
        <span id="label" class="label">${label}</span>
        <div class="shown">
          ${value === null ? this.renderNone() : this.renderValue(value)}
          <button
            class="button"
            type="button"
            aria-label=${this.busy ? nothing : `${value === null ? 'Choose' : 'Replace'} ${label.toLowerCase()}`}
            aria-describedby=${failure ? 'error hint' : 'hint'}
            aria-disabled=${this.busy}
            @click=${() => this.busy || this.input.click()}
          >
            ${this.busy ? 'Uploading…' : value === null ? 'Choose' : 'Replace'}
          </button>
          ${
            value === null
              ? nothing
              : html`<button
                  class="button"
                  type="button"
                  aria-label=${`Remove ${label.toLowerCase()}`}
                  @click=${this.#remove}
                >
                  Remove
                </button>`
          }
          <input type="file" accept=${this.accept.join()} aria-label=${label} @change=${this.#chosen} />
        </div>
        <p id="error" class="error" role="alert" ?hidden=${!failure}>${failure}</p>
        <p id="hint" class="hint">${this.hint}</p>
      </div>
    `;
  }

  #chosen(): void {
    const [file] = this.input.files ?? [];
    // So that the same file can be chosen again.
    if (file) void this.#upload(file).finally(() => (this.input.value = ''));
  }

  async #upload(file: File): Promise<void> {
    this.failure = this.error = '';
    this.busy = true;
    try {
      const refusal = this.refusalOf(new Uint8Array(await file.arrayBuffer()));
      if (refusal === null) this.#report(await this.send(file));
      else this.failure = refusal;
    } catch (error) {
      this.failure = sayError(error);
    } finally {
      this.busy = false;
    }
  }

  async #remove(): Promise<void> {
    this.failure = this.error = '';
    this.#report(null);
    await this.updateComplete;
    this.focus();
  }

  #report(id: string | null): void {
    this.dispatchEvent(new CustomEvent('desk-file', { detail: id, bubbles: true, composed: true }));
  }
}
