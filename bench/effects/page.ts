/** Runs in the browser: one contender on a clip's frames, from track to track, as in a call. */
import { BackgroundProcessor } from '@livekit/track-processors';
import { GaussianBlurBackgroundProcessor } from '@twilio/video-processors';
import { EffectsProcessor } from '../../packages/call/src/effects/effects-processor.js';
import { streamSupport } from '../../packages/call/src/effects/insertable-streams.js';
import { Clip } from '../../packages/call/src/effects/testing/clip.js';

export type Contender = 'none' | 'ours' | 'track-processors' | 'twilio';

declare global {
  interface Window {
    benchStart(contender: Contender, height: number): Promise<void>;
    /** Frames that came out so far, and when the first did, in ms after the start. */
    benchFrames(): { readonly made: number; readonly firstMs: number | null };
  }
}

const support = streamSupport()!;
const fps = 30;
const state = { made: 0, firstMs: null as number | null, startedAt: 0 };
window.benchFrames = () => ({ made: state.made, firstMs: state.firstMs });

/** A camera of 30 frames a second, all of them made before the clock starts. */
async function camera(height: number): Promise<MediaStreamTrack> {
  const clip = await Clip.open('talk', (height * 16) / 9, height);
  const frames = Array.from({ length: 30 }, (_, i) => clip.frame(i).frame);
  const track = new support.Generator({ kind: 'video' });
  const writer = track.writable.getWriter();
  let shown = 0;
  setInterval(() => {
    const frame = new VideoFrame(frames[shown % frames.length]!, { timestamp: Math.round((shown++ * 1e6) / fps) });
    void writer.write(frame);
  }, 1000 / fps);
  return track;
}

async function count(track: MediaStreamTrack): Promise<void> {
  const reader = new support.Processor({ track }).readable.getReader();
  for (;;) {
    const { value: frame } = await reader.read();
    if (!frame) return;
    frame.close();
    state.made++;
    state.firstMs ??= performance.now() - state.startedAt;
  }
}

const starts: Readonly<Record<Contender, (track: MediaStreamTrack) => Promise<MediaStreamTrack>>> = {
  none: async (track) => track,
  async ours(track) {
    const processor = new EffectsProcessor({
      assets: '/effects/',
      startWorker: () => new Worker('/worker.js', { type: 'module' }),
    });
    processor.setEffect({ background: 'blur', strength: 2, faceTrace: false, imageId: null });
    await processor.init({ track });
    return processor.processedTrack!;
  },
  async 'track-processors'(track) {
    const processor = BackgroundProcessor({
      mode: 'background-blur',
      assetPaths: { tasksVisionFileSet: '/tasks-vision', modelAssetPath: '/selfie_segmenter.tflite' },
    });
    const element = document.createElement('video');
    Object.assign(element, { muted: true, srcObject: new MediaStream([track]) });
    await element.play();
    await processor.init({ kind: 'video', track, element } as unknown as Parameters<typeof processor.init>[0]);
    return processor.processedTrack!;
  },
  /** Their processor works on canvases: the thinnest adapter to tracks that keeps its own worker. */
  async twilio(track) {
    const processor = new GaussianBlurBackgroundProcessor({ assetsPath: '/twilio' });
    await processor.loadModel();
    const generator = new support.Generator({ kind: 'video' });
    const writer = generator.writable.getWriter();
    const reader = new support.Processor({ track, maxBufferSize: 1 }).readable.getReader();
    const out = document.createElement('canvas');
    void (async () => {
      for (;;) {
        const { value: frame } = await reader.read();
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
    })();
    return generator;
  },
};

window.benchStart = async (contender, height) => {
  const track = await camera(height);
  state.startedAt = performance.now();
  void count(await starts[contender](track));
};
