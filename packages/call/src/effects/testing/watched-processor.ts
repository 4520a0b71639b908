import type { Effect } from '../effect.js';
import { EffectsProcessor, type EffectsProcessorOptions } from '../effects-processor.js';
import type { PipelineNews } from '../pipeline.js';
import { fakeCamera, watch } from './fake-camera.js';
import { detail, pixelsOf } from './measure.js';

/**
 * A processor on a camera, and eyes that say how much of the room is left in each frame of a track: 1 = all. A receiver
 * may get another size than was sent: frames are looked at in the size of the camera.
 */
export async function watchedProcessor(options: EffectsProcessorOptions = {}) {
  const camera = await fakeCamera();
  const { displayWidth: width, displayHeight: height } = camera.sample;
  const whole = detail(await pixelsOf(camera.sample), camera.alpha, width, height);
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  const seen: number[] = [];
  const news: PipelineNews[] = [];
  const eyes: ReturnType<typeof watch>[] = [];
  const waiting: (() => void)[] = [];
  const wake = () => {
    for (const one of waiting.splice(0)) one();
  };
  const processor = new EffectsProcessor({
    ...options,
    news: (one) => {
      news.push(one);
      wake();
    },
  });
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise<void>((done) => waiting.push(done));
  };
  const more = async (count: number) => {
    const from = seen.length;
    await until(() => seen.length >= from + count);
    return seen.slice(from);
  };
  return {
    camera,
    processor,
    /** How much was left, of every frame so far. */
    seen,
    news,
    until,
    /** Begins with an effect on the camera. Returns the track to look at or to send. */
    async start(effect: Effect): Promise<MediaStreamTrack> {
      processor.setEffect(effect);
      await processor.init({ track: camera.track });
      return processor.processedTrack!;
    },
    /** Looks at this track's frames as well. */
    look(track: MediaStreamTrack): void {
      const eye = watch(track, async (frame) => {
        pen.drawImage(frame, 0, 0, width, height);
        seen.push(detail(pen.getImageData(0, 0, width, height).data, camera.alpha, width, height) / whole);
        wake();
      });
      eyes.push(eye);
    },
    /** Waits for so many frames more. */
    more,
    /** How much is left of the room in the worst of the next frames. */
    worst: async (count: number) => Math.max(...(await more(count))),
    async close(): Promise<void> {
      await processor.destroy();
      for (const eye of eyes) await eye.stop();
      camera.stop();
    },
  };
}
