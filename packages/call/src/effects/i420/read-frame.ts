import { planeLayouts, type I420Layout } from './i420-layout.js';
import { matrixOf, rgbaToI420 } from './rgba-to-i420.js';

/** The visible part of a frame. The display size may be another one, and is not what the planes hold. */
export const visibleSize = (frame: VideoFrame): { width: number; height: number } => ({
  width: frame.visibleRect?.width ?? frame.displayWidth,
  height: frame.visibleRect?.height ?? frame.displayHeight,
});

/** Reads any frame as I420: its planes where it has them, else by way of RGBA. */
export class FrameReader {
  #rgba = new Uint8Array(0);
  #converts = true;
  #canvas: OffscreenCanvas | null = null;

  async read(frame: VideoFrame, out: Uint8Array, layout: I420Layout): Promise<void> {
    if (frame.format === 'I420') await frame.copyTo(out, { layout: planeLayouts(layout) });
    else rgbaToI420(await this.#pixels(frame, layout), out, layout, matrixOf(frame));
  }

  async #pixels(frame: VideoFrame, { width, height }: I420Layout): Promise<ArrayLike<number>> {
    if (this.#converts)
      try {
        if (this.#rgba.length !== width * height * 4) this.#rgba = new Uint8Array(width * height * 4);
        await frame.copyTo(this.#rgba, { format: 'RGBA' });
        return this.#rgba;
      } catch {
        this.#converts = false; // an older browser: it draws instead
      }
    this.#canvas ??= new OffscreenCanvas(width, height);
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, { width, height });
    const context = this.#canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    if (!context) throw new Error('no 2d context');
    context.drawImage(frame, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  }
}
