import { i420Layout, type I420Layout } from './i420-layout.js';
import { rgbaToI420, type Matrix } from './rgba-to-i420.js';

/** A background picture as I420 planes of the frame's size: made once, kept until size, colours or picture change. */
export class ImagePlanes {
  #image: ImageBitmap | null = null;
  #made: { readonly key: string; readonly planes: Uint8Array } | null = null;

  set(image: ImageBitmap | null): void {
    this.#image = image;
    this.#made = null;
  }

  /** The picture, cut to fill the frame; null without one. */
  planes({ width, height }: I420Layout, matrix: Matrix): Uint8Array | null {
    if (!this.#image) return null;
    const key = `${width}x${height} ${matrix}`;
    if (this.#made?.key === key) return this.#made.planes;
    const planes = paint(this.#image, width, height, matrix);
    this.#made = { key, planes };
    return planes;
  }
}

function paint(image: ImageBitmap, width: number, height: number, matrix: Matrix): Uint8Array {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('no 2d context');
  const scale = Math.max(width / image.width, height / image.height);
  const [w, h] = [image.width * scale, image.height * scale];
  context.drawImage(image, (width - w) / 2, (height - h) / 2, w, h);
  const layout = i420Layout(width, height);
  const planes = new Uint8Array(layout.size);
  rgbaToI420(context.getImageData(0, 0, width, height).data, planes, layout, matrix);
  return planes;
}
