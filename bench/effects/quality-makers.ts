/** Runs in the browser: products that put one picture behind the person, a frame at a time, without a camera's clock. */
import { BackgroundTransformer } from '@livekit/track-processors';
import { VirtualBackgroundProcessor } from '@twilio/video-processors';
import { noEffect } from '../../packages/call/src/effects/effect.js';
import { Pipeline } from '../../packages/call/src/effects/pipeline.js';
import { pixelsOf } from '../../packages/call/src/effects/testing/measure.js';

export type Product = `ours ${'i420' | 'webgl'} ${1 | 2}` | 'track-processors' | 'twilio';

/** One product with one picture. */
export interface Maker {
  /** RGBA of what it makes of a frame, which the caller closes; null until it is ready. */
  make(frame: VideoFrame): Promise<Uint8ClampedArray | null>;
  close(): void;
}

function flat(color: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 64, height: 36 });
  const context = canvas.getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

async function ours(compositor: 'i420' | 'webgl', maskEvery: number, color: string): Promise<Maker> {
  let sharp = false;
  const pipeline = new Pipeline({
    assets: '/effects/',
    compositor,
    maskEvery,
    news: ({ kind }) => (sharp ||= kind === 'sharp'),
  });
  pipeline.setEffect({ ...noEffect, background: 'image', imageId: 'flat' }, await createImageBitmap(flat(color)));
  return {
    async make(frame) {
      const made = await pipeline.run(frame);
      const pixels = made && sharp ? await pixelsOf(made) : null;
      made?.close();
      return pixels;
    },
    close: () => pipeline.close(),
  };
}

/** Their transformer, fed as their wrapper feeds it, with the models of `bench/effects/page.ts`. */
async function trackProcessors(color: string, width: number, height: number): Promise<Maker> {
  const transformer = new BackgroundTransformer({
    imagePath: flat(color).toDataURL(),
    assetPaths: { tasksVisionFileSet: '/tasks-vision', modelAssetPath: '/selfie_segmenter.tflite' },
  });
  await transformer.init({
    outputCanvas: new OffscreenCanvas(width, height),
    inputElement: document.createElement('video'),
  });
  transformer.isFirstFrame = false; // which they would let through as it came, once a video has shown it
  return {
    async make(frame) {
      const made: VideoFrame[] = [];
      const controller = { enqueue: (one: VideoFrame) => made.push(one) };
      await transformer.transform(frame.clone(), controller as unknown as TransformStreamDefaultController<VideoFrame>);
      const [first] = made;
      const pixels = first ? await pixelsOf(first) : null;
      for (const one of made) one.close();
      return pixels;
    },
    close: () => void transformer.destroy(),
  };
}

async function twilio(color: string, width: number, height: number): Promise<Maker> {
  const backgroundImage = new Image();
  backgroundImage.src = flat(color).toDataURL();
  await backgroundImage.decode();
  const processor = new VirtualBackgroundProcessor({ assetsPath: '/twilio', backgroundImage });
  await processor.loadModel();
  const out = document.createElement('canvas');
  Object.assign(out, { width, height });
  const context = out.getContext('2d', { willReadFrequently: true })!;
  return {
    async make(frame) {
      const input = new OffscreenCanvas(width, height);
      input.getContext('2d')!.drawImage(frame, 0, 0);
      await processor.processFrame(input, out);
      return context.getImageData(0, 0, width, height).data;
    },
    close: () => undefined,
  };
}

/** A product whose picture is of one colour. */
export function openMaker(product: Product, color: string, width: number, height: number): Promise<Maker> {
  if (product === 'twilio') return twilio(color, width, height);
  if (product === 'track-processors') return trackProcessors(color, width, height);
  const [, compositor, maskEvery] = product.split(' ');
  return ours(compositor as 'i420' | 'webgl', Number(maskEvery), color);
}
