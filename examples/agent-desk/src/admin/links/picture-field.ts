import { pictureProblem, pictureTypes, type PictureProblem, type PictureUse } from '@carillon/contract';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { UploadField } from '../upload-field.js';

const refusals: Readonly<Record<Exclude<PictureProblem, 'body_too_large'>, string>> = {
  picture_unsupported: 'This is no PNG, JPEG or WebP picture.',
  picture_damaged: 'The picture cannot be read. Save it anew, and choose that.',
  picture_dimensions: 'The picture has too many pixels: 4,096 a side and 8.3 megapixels at most.',
};
const most: Readonly<Record<PictureUse, string>> = { logo: '1 MB', background: '10 MB' };

/** Chooses one picture of a brand. Nothing of it is decoded before its header was looked at. */
@customElement('desk-picture-field')
export class PictureField extends UploadField {
  static override styles = [
    ...UploadField.styles,
    css`
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
    `,
  ];

  @property() use: PictureUse = 'logo';

  protected readonly accept = pictureTypes;

  protected get hint(): string {
    return `PNG, JPEG or WebP of at most ${most[this.use]}.`;
  }

  protected refusalOf(bytes: Uint8Array): string | null {
    const problem = pictureProblem(bytes, this.use);
    return problem === 'body_too_large' ? `The file is larger than ${most[this.use]}.` : problem && refusals[problem];
  }

  protected async send(file: File): Promise<string> {
    return (await this.api.uploadPicture(file, this.use)).id;
  }

  protected renderValue(id: string) {
    return html`<img class=${this.use} src=${this.api.pictureUrl(id)} alt=${`${this.label} as it is now`} />`;
  }

  protected override renderNone() {
    return html`<span class="none"></span>`;
  }
}
