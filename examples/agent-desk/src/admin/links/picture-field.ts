import { pictureProblem, pictureTypes, type PictureProblem, type PictureUse } from '@carillon/contract';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sayError, type AdminApi } from '../admin-api.js';
import { adminStyles } from '../admin-styles.js';

const refusals: Readonly<Record<Exclude<PictureProblem, 'body_too_large'>, string>> = {
  picture_unsupported: 'This is no PNG, JPEG or WebP picture.',
  picture_damaged: 'The picture cannot be read. Save it anew, and choose that.',
  picture_dimensions: 'The picture has too many pixels: 4,096 a side and 8.3 megapixels at most.',
};
const most: Readonly<Record<PictureUse, string>> = { logo: '1 MB', background: '10 MB' };

/**
 * Chooses, uploads and takes away one picture of a brand. What a file says of itself is looked at before anything of it
 * is decoded or sent; what is refused leaves the picture there was. Reports `desk-picture` with an id, or null.
 */
@customElement('desk-picture-field')
export class PictureField extends LitElement {
  static override styles = [
    ...adminStyles,
    css`
      .shown {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      img,
      .none {
        inline-size: 112px;
        block-size: 56px;
        border: 1px solid var(--desk-line);
        border-radius: 8px;
        object-fit: contain;
        background: repeating-conic-gradient(#e4e6ec 0 25%, #fff 0 50%) 0 0 / 16px 16px;
      }
      .none {
        background: var(--desk-raised);
      }
      .background {
        object-fit: cover;
      }
      /* The button opens it; by itself it would be one more stop. */
      input[type='file'] {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) api!: AdminApi;
  @property() use: PictureUse = 'logo';
  @property() label = '';
  /** Id of the picture; null for none. */
  @property({ attribute: false }) value: string | null = null;
  /** What the server has refused. */
  @property() error = '';
  @state() private failure = '';
  @state() private busy = false;
  @query('input') private input!: HTMLInputElement;

  /** Puts the focus where the picture can be chosen again. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override render() {
    const { label, value, use } = this;
    const failure = this.failure || this.error;
    return html`
      <div class="field" role="group" aria-labelledby="label">
        <span id="label" class="label">${label}</span>
        <div class="shown">
          ${
            value === null
              ? html`<span class="none"></span>`
              : html`<img class=${use} src=${this.api.pictureUrl(value)} alt=${`${label} as it is now`} />`
          }
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
          <input type="file" accept=${pictureTypes.join()} aria-label=${label} @change=${this.#chosen} />
        </div>
        <p id="error" class="error" role="alert" ?hidden=${!failure}>${failure}</p>
        <p id="hint" class="hint">PNG, JPEG or WebP of at most ${most[use]}.</p>
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
      const problem = pictureProblem(new Uint8Array(await file.arrayBuffer()), this.use);
      if (problem === 'body_too_large') this.failure = `The file is larger than ${most[this.use]}.`;
      else if (problem) this.failure = refusals[problem];
      else this.#report((await this.api.uploadPicture(file, this.use)).id);
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
    this.dispatchEvent(new CustomEvent('desk-picture', { detail: id, bubbles: true, composed: true }));
  }
}
