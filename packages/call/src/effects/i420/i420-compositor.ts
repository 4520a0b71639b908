import type { Composition, Compositor, Shift } from '../compositor.js';
import type { BlurStrength } from '../effect.js';
import { maskHeight, maskWidth, type PixelSegmenter } from '../segmenter.js';
import { BlurredBackground } from './blurred-background.js';
import { PictureComposer, type PlanesBehind } from './compose-picture.js';
import { cropI420 } from './crop-i420.js';
import { i420Layout, type I420Layout } from './i420-layout.js';
import { ImagePlanes } from './image-planes.js';
import { MaskFit } from './fit-mask.js';
import { ModelInput } from './model-input.js';
import { PersonMask } from './person-mask.js';
import { FrameReader, visibleSize } from './read-frame.js';
import { matrixOf, type Matrix } from './rgba-to-i420.js';

/** Radius of the blur by strength, in blocks of a picture 160 blocks wide. */
const radius: Readonly<Record<BlurStrength, number>> = { 1: 2, 2: 4, 3: 7 };

interface Buffers {
  readonly layout: I420Layout;
  readonly source: Uint8Array;
  readonly composed: Uint8Array;
  readonly cropped: Uint8Array;
  readonly input: ModelInput;
  readonly background: BlurredBackground;
  readonly composer: PictureComposer;
}

/**
 * Composes on I420 planes in memory: for machines without WebGL, and those whose WebGL is emulated, where it takes a
 * quarter of the time of the same effect drawn (effects.md §4). The result is I420 again, which is what software encoders take.
 */
export class I420Compositor implements Compositor {
  readonly #segmenter: PixelSegmenter;
  readonly #reader = new FrameReader();
  readonly #mask = new PersonMask(maskWidth, maskHeight);
  readonly #mask8 = new Uint8Array(maskWidth * maskHeight);
  readonly #fitted = new MaskFit(maskWidth, maskHeight);
  /** The loaded frame at the mask's size. */
  readonly #small = new Uint8ClampedArray(maskWidth * maskHeight * 4);
  #isSmall = false;
  #matrix: Matrix = 'bt709';
  readonly #image = new ImagePlanes();
  #buffers: Buffers | null = null;

  constructor(segmenter: PixelSegmenter) {
    this.#segmenter = segmenter;
  }

  get hasMask(): boolean {
    return this.#mask.known;
  }

  setImage(image: ImageBitmap | null): void {
    this.#image.set(image);
  }

  async load(frame: VideoFrame): Promise<void> {
    const { source, layout } = this.#buffersFor(frame);
    this.#isSmall = false;
    this.#matrix = matrixOf(frame);
    await this.#reader.read(frame, source, layout);
  }

  segment(shift: Shift): void {
    this.#shrink();
    this.#segmenter.run(this.#small, this.#mask8);
    this.#mask.update(this.#mask8, shift);
  }

  readMask(out: Uint8Array): void {
    out.set(this.#mask8);
  }

  compose(frame: VideoFrame, { effect, crop, shift }: Composition): VideoFrame {
    const { layout, source, composed, cropped, composer } = this.#loaded;
    let result = source;
    if (effect.background !== 'none') {
      const behind = this.#behind(frame, effect.background, effect.strength);
      // Also a mask that is a frame old comes to lie on the edges of this one.
      this.#shrink();
      this.#fitted.fit(this.#mask.values, this.#small, shift);
      composer.compose(source, composed, this.#fitted.values, behind);
      result = composed;
    }
    if (crop.width < 0.999) {
      cropI420(result, cropped, layout, crop);
      result = cropped;
    }
    return toFrame(result, layout, frame);
  }

  get #loaded(): Buffers {
    if (!this.#buffers) throw new Error('no frame is loaded');
    return this.#buffers;
  }

  #shrink(): void {
    if (this.#isSmall) return;
    const { source, input } = this.#loaded;
    input.write(source, this.#small, this.#matrix);
    this.#isSmall = true;
  }

  #behind(frame: VideoFrame, background: 'blur' | 'image', strength: BlurStrength): PlanesBehind {
    const { layout, source, background: blurred } = this.#loaded;
    const full = background === 'image' ? this.#image.planes(layout, matrixOf(frame)) : null;
    if (full) return [{ full }, { full }, { full }];
    blurred.update(source, this.#mask, radius[strength]);
    return blurred.behind;
  }

  #buffersFor(frame: VideoFrame): Buffers {
    const { width, height } = visibleSize(frame);
    if (this.#buffers?.layout.width === width && this.#buffers.layout.height === height) return this.#buffers;
    const layout = i420Layout(width, height);
    this.#mask.forget();
    return (this.#buffers = {
      layout,
      source: new Uint8Array(layout.size),
      composed: new Uint8Array(layout.size),
      cropped: new Uint8Array(layout.size),
      input: new ModelInput(layout, maskWidth, maskHeight),
      background: new BlurredBackground(layout),
      composer: new PictureComposer(layout),
    });
  }
}

/** A frame of these planes, in everything else like the one it was made of. */
export function toFrame(planes: Uint8Array, { width, height }: I420Layout, like: VideoFrame): VideoFrame {
  return new VideoFrame(planes, {
    format: 'I420',
    codedWidth: width,
    codedHeight: height,
    displayWidth: like.displayWidth,
    displayHeight: like.displayHeight,
    timestamp: like.timestamp,
    ...(like.duration === null ? {} : { duration: like.duration }),
    ...(like.format === 'I420' ? { colorSpace: like.colorSpace.toJSON() } : {}),
  });
}
