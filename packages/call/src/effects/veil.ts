import { BlurredBackground } from './i420/blurred-background.js';
import { PictureComposer } from './i420/compose-picture.js';
import { toFrame } from './i420/i420-compositor.js';
import { i420Layout, type I420Layout } from './i420/i420-layout.js';
import { PersonMask } from './i420/person-mask.js';
import { FrameReader, visibleSize } from './i420/read-frame.js';
import { maskHeight, maskWidth } from './segmenter.js';

/** In blocks of a picture 160 blocks wide: more than the strongest blur. */
const radius = 8;

interface Buffers {
  readonly layout: I420Layout;
  readonly source: Uint8Array;
  readonly out: Uint8Array;
  readonly blurred: BlurredBackground;
  readonly composer: PictureComposer;
}

/**
 * The whole frame blurred beyond recognition, person and all: what goes out while there is no mask to trust. It needs
 * neither the model nor WebGL, so that it works whatever has failed.
 */
export class Veil {
  readonly #reader = new FrameReader();
  /** A mask in which nobody was ever found. */
  readonly #nobody = new PersonMask(maskWidth, maskHeight);
  #buffers: Buffers | null = null;

  async cover(frame: VideoFrame): Promise<VideoFrame> {
    const { layout, source, out, blurred, composer } = this.#fit(frame);
    await this.#reader.read(frame, source, layout);
    blurred.update(source, this.#nobody, radius);
    composer.compose(source, out, this.#nobody.values, blurred.behind);
    return toFrame(out, layout, frame);
  }

  #fit(frame: VideoFrame): Buffers {
    const { width, height } = visibleSize(frame);
    if (this.#buffers?.layout.width === width && this.#buffers.layout.height === height) return this.#buffers;
    const layout = i420Layout(width, height);
    return (this.#buffers = {
      layout,
      source: new Uint8Array(layout.size),
      out: new Uint8Array(layout.size),
      blurred: new BlurredBackground(layout),
      composer: new PictureComposer(layout),
    });
  }
}
