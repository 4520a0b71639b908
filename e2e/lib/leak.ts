import { expect, type Page } from '@playwright/test';

/** What a receiver has seen of a striped camera. */
export interface Seen {
  readonly frames: number;
  /** Frames in which the stripes could be made out. */
  readonly raw: number;
  /** The most contrast of any frame, 0…128; the stripes themselves have about 110. */
  readonly most: number;
}

declare global {
  interface Window {
    ccSeen: { frames: number; raw: number; most: number };
    ccWorkers: Worker[];
    ccCameras: MediaStreamTrack[];
  }
}

/** More contrast than this in one row of a frame: somebody can make out what is there. */
const visible = 45;

/**
 * Runs in the receiver's page before its scripts: looks at every decoded frame of every video track it is sent. Frames
 * are drawn small, so that only stripes that survived can be seen, not the noise of a codec.
 */
function watch(limit: number): void {
  window.ccSeen = { frames: 0, raw: 0, most: 0 };
  const context = new OffscreenCanvas(160, 90).getContext('2d', { willReadFrequently: true })!;
  const look = (frame: VideoFrame) => {
    context.drawImage(frame, 0, 0, 160, 90);
    frame.close();
    let contrast = 0;
    for (const y of [20, 45, 70]) {
      const { data } = context.getImageData(0, y, 160, 1);
      let [sum, squares] = [0, 0];
      for (let x = 0; x < 160; x++) {
        sum += data[x * 4 + 1]!;
        squares += data[x * 4 + 1]! ** 2;
      }
      contrast = Math.max(contrast, Math.sqrt(squares / 160 - (sum / 160) ** 2));
    }
    window.ccSeen.frames++;
    window.ccSeen.most = Math.max(window.ccSeen.most, contrast);
    if (contrast > limit) window.ccSeen.raw++;
  };
  const { MediaStreamTrackProcessor: Processor } = window as unknown as {
    MediaStreamTrackProcessor: new (init: { track: MediaStreamTrack }) => { readable: ReadableStream<VideoFrame> };
  };
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(...args: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...args);
      this.addEventListener('track', ({ track }) => {
        if (track.kind !== 'video') return;
        const sink = new WritableStream<VideoFrame>({ write: look });
        new Processor({ track: track.clone() }).readable.pipeTo(sink).catch(() => undefined);
      });
    }
  };
}

/** Runs in the sender's page: a camera of stripes, an effect that was chosen earlier, and a list of workers. */
function striped(effect: string): void {
  if (localStorage.getItem('carillon:background') === null) localStorage.setItem('carillon:background', effect);
  window.ccWorkers = [];
  window.ccCameras = [];
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      window.ccWorkers.push(this);
    }
  };
  const before = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await before({ ...constraints, video: false, audio: constraints?.audio ?? true });
    if (!constraints?.audio) for (const track of stream.getTracks()) stream.removeTrack(track);
    if (!constraints?.video) return stream;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 320, height: 180 });
    const pen = canvas.getContext('2d')!;
    let frame = 0;
    const draw = () => {
      for (let x = 0; x < 320; x += 8) {
        pen.fillStyle = (x / 8 + (frame >> 3)) % 2 ? '#fff' : '#000';
        pen.fillRect(x, 0, 8, 180);
      }
      frame++;
    };
    draw();
    const track = canvas.captureStream(10).getVideoTracks()[0]!;
    const timer = setInterval(() => (track.readyState === 'ended' ? clearInterval(timer) : draw()), 100);
    window.ccCameras.push(track);
    stream.addTrack(track);
    return stream;
  };
}

export const watchLeaks = (page: Page) => page.addInitScript(watch, visible);
export const stripedCamera = (page: Page, effect: object = { background: 'blur', strength: 3 }) =>
  page.addInitScript(striped, JSON.stringify(effect));

export const seen = (page: Page): Promise<Seen> => page.evaluate(() => ({ ...window.ccSeen }));

/** The camera is pulled out, and the browser says so: the next one is opened by the application itself. */
export const unplug = (page: Page) =>
  page.evaluate(() => {
    const track = window.ccCameras.at(-1)!;
    track.stop();
    track.dispatchEvent(new Event('ended'));
  });

/** The worker dies, as it does when memory runs out. */
export const crashWorker = (page: Page) =>
  page.evaluate(() => {
    const worker = window.ccWorkers.at(-1)!;
    worker.terminate();
    worker.dispatchEvent(new ErrorEvent('error', { message: 'crashed', cancelable: true }));
  });

/** Waits until a receiver has decoded so many frames more, and says how many were raw in all. */
export async function rawAfter(page: Page, count: number): Promise<number> {
  const { frames } = await seen(page);
  await expect.poll(async () => (await seen(page)).frames, { timeout: 90_000 }).toBeGreaterThan(frames + count);
  return (await seen(page)).raw;
}
