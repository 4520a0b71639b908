import { streamSupport } from '../insertable-streams.js';
import { Clip } from './clip.js';

/** A camera that shows a clip over and over, without anybody's permission. */
export async function fakeCamera({ fps = 15, width = 320, height = 180 } = {}) {
  const support = streamSupport();
  if (!support) throw new Error('this browser has no streams of frames');
  const clip = await Clip.open('talk', width, height);
  const frames = Array.from({ length: 8 }, (_, i) => clip.frame(i));
  const alpha = frames[0]!.alpha();
  const track = new support.Generator({ kind: 'video' });
  const writer = track.writable.getWriter();
  let shown = 0;
  const timer = setInterval(() => {
    const { frame } = frames[shown % frames.length]!;
    const timestamp = Math.round((shown++ * 1e6) / fps);
    void writer.write(new VideoFrame(frame, { timestamp })).catch(() => undefined);
  }, 1000 / fps);
  return {
    track: track as MediaStreamTrack,
    alpha,
    /** One of its frames, for comparison. The camera closes it. */
    sample: frames[0]!.frame,
    stop() {
      clearInterval(timer);
      track.stop();
      for (const { frame } of frames) frame.close();
    },
  };
}

/** Reads frames of a track until it is told to stop; each is closed once it has been looked at. */
export function watch(track: MediaStreamTrack, look: (frame: VideoFrame) => Promise<void>) {
  const support = streamSupport();
  if (!support) throw new Error('this browser has no streams of frames');
  const reader = new support.Processor({ track }).readable.getReader();
  const done = (async () => {
    for (;;) {
      const { value: frame, done: over } = await reader.read();
      if (over || !frame) return;
      await look(frame).finally(() => frame.close());
    }
  })();
  return {
    async stop() {
      await reader.cancel();
      await done;
    },
  };
}
