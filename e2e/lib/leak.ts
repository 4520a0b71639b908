import { expect, type Locator, type Page } from '@playwright/test';

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
    /** Another size for the picture of the newest camera, in the middle of it. */
    ccResize(width: number, height: number): void;
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

/** Runs in the sender's page: two cameras of stripes, an effect that was chosen earlier, if any, and a list of workers. */
function striped(effect: string | null): void {
  if (effect !== null && localStorage.getItem('carillon:background') === null)
    localStorage.setItem('carillon:background', effect);
  window.ccWorkers = [];
  window.ccCameras = [];
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      window.ccWorkers.push(this);
    }
  };
  const ids = ['stripes-front', 'stripes-desk'];
  const devices = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
  navigator.mediaDevices.enumerateDevices = async () => {
    const cameras = ids.map((deviceId) => ({ deviceId, groupId: '', kind: 'videoinput' as const, label: deviceId }));
    const own = cameras.map((camera) => ({ ...camera, toJSON: () => camera }));
    return [...(await devices()).filter(({ kind }) => kind !== 'videoinput'), ...own];
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
      const { width, height } = canvas;
      // Forty stripes, whatever the size: as wide for whoever looks at the received picture.
      for (let stripe = 0; stripe < 40; stripe++) {
        // In colours that nobody has: of black and white ones the model makes half a person.
        pen.fillStyle = (stripe + (frame >> 3)) % 2 ? '#0f0' : '#00f';
        pen.fillRect((stripe * width) / 40, 0, width / 40, height);
      }
      frame++;
    };
    window.ccResize = (width, height) => {
      Object.assign(canvas, { width, height });
      draw();
    };
    draw();
    const track = canvas.captureStream(10).getVideoTracks()[0]!;
    const wished = typeof constraints.video === 'object' ? constraints.video.deviceId : undefined;
    const deviceId = ids.find((id) => JSON.stringify(wished ?? '').includes(id)) ?? ids[0]!;
    const settings = track.getSettings.bind(track);
    track.getSettings = () => ({ ...settings(), deviceId });
    const timer = setInterval(() => (track.readyState === 'ended' ? clearInterval(timer) : draw()), 100);
    window.ccCameras.push(track);
    stream.addTrack(track);
    return stream;
  };
}

export const watchLeaks = (page: Page) => page.addInitScript(watch, visible);
export const stripedCamera = (page: Page, effect: object | null = { background: 'blur', strength: 3 }) =>
  page.addInitScript(striped, effect && JSON.stringify(effect));

export const seen = (page: Page): Promise<Seen> => page.evaluate(() => ({ ...window.ccSeen }));

/** The camera is pulled out, and the browser says so: the next one is opened by the application itself. */
export const unplug = (page: Page) =>
  page.evaluate(() => {
    const track = window.ccCameras.at(-1)!;
    track.stop();
    track.dispatchEvent(new Event('ended'));
  });

/** The camera goes on with a picture of another size, as after a change of its constraints. */
export const resize = (page: Page, width: number, height: number) =>
  page.evaluate((size) => window.ccResize(...size), [width, height] as const);

/** Opens the camera's tab of the settings in the call window. */
export async function openCameraSettings(page: Page): Promise<Locator> {
  const call = page.locator('cc-call-window');
  await call.getByRole('button', { name: 'Settings' }).click();
  await call.getByRole('tab', { name: 'Camera' }).click();
  return call.locator('cc-background-settings');
}

/** Chooses the other one of the two cameras in the settings, which are open at their tab. */
export async function switchCamera(page: Page): Promise<void> {
  const choice = page.locator('cc-call-window').getByRole('combobox', { name: 'Camera' });
  const chosen = await choice.inputValue();
  await choice.selectOption(chosen === 'stripes-desk' ? 'stripes-front' : 'stripes-desk');
}

/** The worker dies, as it does when memory runs out. */
export const crashWorker = (page: Page) =>
  page.evaluate(() => {
    const worker = window.ccWorkers.at(-1)!;
    worker.terminate();
    worker.dispatchEvent(new ErrorEvent('error', { message: 'crashed', cancelable: true }));
  });

/** Longer than a model takes to load on a busy machine, and than a first frame behind it. */
export const soon = { timeout: 90_000 };

/** Waits until a receiver has decoded so many frames more, and says how many were raw in all. */
export async function rawAfter(page: Page, count: number): Promise<number> {
  const { frames } = await seen(page);
  await expect.poll(async () => (await seen(page)).frames, soon).toBeGreaterThan(frames + count);
  return (await seen(page)).raw;
}

/** Waits until a receiver sees the stripes, which it does once somebody wants that: what was looked for before can be seen. */
export const seesStripes = (page: Page): Promise<void> =>
  expect.poll(async () => (await seen(page)).raw, soon).toBeGreaterThan(0);
