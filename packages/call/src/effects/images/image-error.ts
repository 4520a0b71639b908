/** Why a picture is not taken as a background, or not removed. */
export type ImageErrorCode =
  | 'image-empty'
  | 'image-too-large' // more bytes than a background may have
  | 'image-unsupported' // not a PNG, JPEG or WebP, whatever its name says
  | 'image-dimensions' // more pixels than may be decoded, or none
  | 'image-broken' // its header is fine, the rest cannot be decoded
  | 'too-many-images'
  | 'image-not-kept' // neither the browser nor a server has taken it
  | 'image-not-removed'; // it stays where it is kept

export class ImageError extends Error {
  override readonly name = 'ImageError';
  readonly code: ImageErrorCode;

  constructor(code: ImageErrorCode) {
    super(code);
    this.code = code;
  }
}
