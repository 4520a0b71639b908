import { pageStreams } from '../frame-streams.js';
import { Clip } from './clip.js';

/** What a camera's frames are written to, one by one. */
interface Sink {
  readonly track: MediaStreamTrack;
  show(frame: VideoFrame): void;
}

/** A track made of frames; by way of a canvas where a browser has no streams of frames (Firefox). */
function sink(width: number, height: number): Sink {
  const streams = pageStreams();
  if (streams) {
    const track = new streams.Generator({ kind: 'video' });
    const writer = track.writable.getWriter();
    return { track, show: (frame) => void writer.write(frame).catch(() => undefined) };
  }
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d', { alpha: false })!;
  const track = canvas.captureStream().getVideoTracks()[0]!;
  return {
    track,
    show(frame) {
      pen.drawImage(frame, 0, 0, width, height);
      frame.close();
    },
  };
}

/** A camera that shows a clip over and over, without anybody's permission. */
export async function fakeCamera({ fps = 15, width = 320, height = 180 } = {}) {
  const clip = await Clip.open('talk', width, height);
  const frames = Array.from({ length: 8 }, (_, i) => clip.frame(i));
  const alpha = frames[0]!.alpha();
  const { track, show } = sink(width, height);
  let shown = 0;
  const timer = setInterval(() => {
    const { frame } = frames[shown % frames.length]!;
    const timestamp = Math.round((shown++ * 1e6) / fps);
    show(new VideoFrame(frame, { timestamp }));
  }, 1000 / fps);
  return {
    track,
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

type Look = (frame: VideoFrame) => Promise<void>;

/** Reads frames of a track until it is told to stop; each is closed once it has been looked at. */
export function watch(track: MediaStreamTrack, look: Look): { stop(): Promise<void> } {
  const streams = pageStreams();
  if (!streams) return watchElement(track, look);
  const reader = new streams.Processor({ track }).readable.getReader();
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

/** The same as a `<video>` shows them. */
function watchElement(track: MediaStreamTrack, look: Look): { stop(): Promise<void> } {
  const video = Object.assign(document.createElement('video'), { muted: true });
  video.srcObject = new MediaStream([track]);
  let looking = Promise.resolve();
  let next = 0;
  const see = () => {
    const frame = new VideoFrame(video);
    looking = look(frame).finally(() => frame.close());
    void looking.finally(() => (next = video.requestVideoFrameCallback(see)));
  };
  next = video.requestVideoFrameCallback(see);
  void video.play();
  return {
    async stop() {
      await looking;
      video.cancelVideoFrameCallback(next);
      video.srcObject = null;
    },
  };
}
