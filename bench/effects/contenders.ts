/** Runs in the browser: what is compared in the benchmarks of background effects, each from track to track. */
import { BackgroundProcessor } from '@livekit/track-processors';
import { GaussianBlurBackgroundProcessor } from '@twilio/video-processors';
import { EffectsProcessor } from '../../packages/call/src/effects/effects-processor.js';
import { noEffect } from '../../packages/call/src/effects/effect.js';
import { pageStreams } from '../../packages/call/src/effects/frame-streams.js';
import { Clip } from '../../packages/call/src/effects/testing/clip.js';

export type Contender = 'none' | 'ours' | 'track-processors' | 'twilio';

/** One of them at work on a camera. */
export interface Running {
  /** What is shown and sent just now. */
  readonly track: MediaStreamTrack;
  /** The camera is off. */
  pause(): void;
  /** It is on again. */
  restart(camera: MediaStreamTrack): Promise<void>;
  destroy(): Promise<void>;
}

export const streams = pageStreams()!;
export const fps = 30;

/** A camera of 30 frames a second, all of them made before the clock starts. */
export async function camera(height: number): Promise<MediaStreamTrack> {
  const clip = await Clip.open('talk', (height * 16) / 9, height);
  const frames = Array.from({ length: 30 }, (_, i) => clip.frame(i).frame);
  const track = new streams.Generator({ kind: 'video' });
  const writer = track.writable.getWriter();
  let shown = 0;
  const timer = setInterval(() => {
    const frame = new VideoFrame(frames[shown % frames.length]!, { timestamp: Math.round((shown++ * 1e6) / fps) });
    // Stopped: nobody takes its frames any more.
    writer.write(frame).catch(() => clearInterval(timer));
  }, 1000 / fps);
  return track;
}

const nothing = async () => undefined;

export const starts: Readonly<Record<Contender, (camera: MediaStreamTrack) => Promise<Running>>> = {
  none: async (track) => ({ track, pause: () => undefined, restart: nothing, destroy: nothing }),
  async ours(camera) {
    const processor = new EffectsProcessor({
      assets: '/effects/',
      startWorker: () => new Worker('/worker.js', { type: 'module' }),
    });
    processor.setEffect({ ...noEffect, background: 'blur', strength: 2 });
    await processor.init({ track: camera });
    return {
      get track() {
        return processor.processedTrack!;
      },
      pause: () => processor.pause(),
      restart: (track) => processor.restart({ track }),
      destroy: () => processor.destroy(),
    };
  },
  /** As livekit-client uses it: with the camera in a `<video>`, which it reads sizes from. */
  async 'track-processors'(camera) {
    const processor = BackgroundProcessor({
      mode: 'background-blur',
      assetPaths: { tasksVisionFileSet: '/tasks-vision', modelAssetPath: '/selfie_segmenter.tflite' },
    });
    const element = document.createElement('video');
    element.muted = true;
    const options = async (track: MediaStreamTrack) => {
      element.srcObject = new MediaStream([track]);
      await element.play();
      return { kind: 'video', track, element } as unknown as Parameters<typeof processor.init>[0];
    };
    await processor.init(await options(camera));
    return {
      get track() {
        return processor.processedTrack!;
      },
      pause: () => undefined,
      restart: async (track) => processor.restart(await options(track)),
      destroy: () => processor.destroy(),
    };
  },
  /** Their processor works on canvases: the thinnest adapter to tracks that keeps its own worker. */
  async twilio(camera) {
    const processor = new GaussianBlurBackgroundProcessor({ assetsPath: '/twilio' });
    await processor.loadModel();
    const generator = new streams.Generator({ kind: 'video' });
    const writer = generator.writable.getWriter();
    const out = document.createElement('canvas');
    let reader: ReadableStreamDefaultReader<VideoFrame> | null = null;
    const read = async (track: MediaStreamTrack) => {
      const own = (reader = new streams.Processor({ track, maxBufferSize: 1 }).readable.getReader());
      for (;;) {
        const { value: frame } = await own.read();
        if (!frame) return;
        if (out.width !== frame.displayWidth)
          Object.assign(out, { width: frame.displayWidth, height: frame.displayHeight });
        const input = new OffscreenCanvas(frame.displayWidth, frame.displayHeight);
        input.getContext('2d')!.drawImage(frame, 0, 0);
        await processor.processFrame(input, out);
        const made = new VideoFrame(out, { timestamp: frame.timestamp });
        frame.close();
        await writer.write(made);
      }
    };
    const pause = () => void reader?.cancel();
    void read(camera);
    return {
      track: generator,
      pause,
      restart: async (track) => void read(track),
      async destroy() {
        pause();
        generator.stop();
      },
    };
  },
};
