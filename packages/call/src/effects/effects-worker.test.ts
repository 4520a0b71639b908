import { expect } from '@open-wc/testing';
import { makePicture } from '../media/testing/make-tracks.js';
import { noEffect, type Effect } from './effect.js';
import { EffectsWorker } from './effects-worker.js';
import type { FromWorker } from './worker-messages.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };

const undo: (() => void)[] = [];
/** Gives the global scope something else until the test has ended. */
function replace(name: string, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  undo.push(() => (own ? Object.defineProperty(globalThis, name, own) : Reflect.deleteProperty(globalThis, name)));
}

/** Streams as WebKit has them in workers; the cameras that they were made of are written down. */
function giveStreams({ broken = false } = {}) {
  const cancelled: string[] = [];
  replace(
    'MediaStreamTrackProcessor',
    class {
      readonly readable: ReadableStream<VideoFrame>;
      constructor({ track }: { track: MediaStreamTrack }) {
        if (broken) throw new TypeError();
        this.readable = new ReadableStream({ cancel: () => void cancelled.push(track.id) });
      }
    },
  );
  replace(
    'VideoTrackGenerator',
    class {
      readonly track = makePicture();
      readonly writable = new WritableStream<VideoFrame>();
    },
  );
  return cancelled;
}

/** Timers that a test lets go off. */
function holdTimers() {
  const timers = new Map<number, () => void>();
  let ids = 0;
  replace('setInterval', (act: () => void) => {
    timers.set(++ids, act);
    return ids;
  });
  replace('clearInterval', (id: number) => void timers.delete(id));
  return timers;
}

/** The worker's side, on this page: no model is served, so that all of a frame is veiled. */
function setup() {
  const said: FromWorker[] = [];
  let tell = (): void => undefined;
  const worker = new EffectsWorker((message) => {
    said.push(message);
    tell();
  });
  worker.receive({ kind: 'init', assets: '/nowhere/', compositor: 'auto' });
  const of = <K extends FromWorker['kind']>(kind: K) =>
    said.filter((one): one is Extract<FromWorker, { kind: K }> => one.kind === kind);
  const told = async (kind: FromWorker['kind'], count = 1) => {
    while (of(kind).length < count) await new Promise<void>((done) => (tell = done));
  };
  undo.push(() => worker.receive({ kind: 'close' }));
  return { worker, said, of, told };
}

const frame = (timestamp: number) =>
  new VideoFrame(new Uint8Array(64 * 48 * 4), { format: 'RGBA', codedWidth: 64, codedHeight: 48, timestamp });

/** Stripes, which any blur takes away. */
const stripes = (timestamp: number) => {
  const planes = Uint8Array.from({ length: (64 * 48 * 3) / 2 }, (_, i) => (i >= 64 * 48 ? 128 : i % 2 ? 235 : 16));
  return new VideoFrame(planes, { format: 'I420', codedWidth: 64, codedHeight: 48, timestamp });
};

describe('the worker of effects', () => {
  afterEach(() => {
    for (const one of undo.splice(0).reverse()) one();
  });

  it('hears nothing before its first message, and nothing after its last', () => {
    const timers = holdTimers();
    const said: FromWorker[] = [];
    const worker = new EffectsWorker((message) => said.push(message));
    worker.receive({ kind: 'retry' });
    expect(said).to.deep.equal([]);
    worker.receive({ kind: 'init', assets: '/nowhere/', compositor: 'auto' });
    worker.receive({ kind: 'ticks', everyMs: 10 });
    expect(timers.size).to.equal(2);
    worker.receive({ kind: 'close' });
    expect(timers.size, 'it is silent from then on').to.equal(0);
    worker.receive({ kind: 'ticks', everyMs: 10 });
    expect([timers.size, said]).to.deep.equal([0, [{ kind: 'ready', streams: false }]]);
  });

  it('says that it lives, and gives the pace until the camera is off', () => {
    const timers = holdTimers();
    const { worker, of } = setup();
    worker.receive({ kind: 'ticks', everyMs: 10 });
    worker.receive({ kind: 'ticks', everyMs: 20 });
    for (const act of timers.values()) act();
    expect([of('alive').length, of('tick').length]).to.deep.equal([1, 1]);
    worker.receive({ kind: 'pause' });
    for (const act of timers.values()) act();
    expect([of('alive').length, of('tick').length]).to.deep.equal([2, 1]);
  });

  it('answers a frame with one that may be seen, closes it, and has no other wait meanwhile', async () => {
    const timers = holdTimers();
    const { worker, of, told } = setup();
    worker.receive({ kind: 'effect', effect: blur, image: null });
    worker.receive({ kind: 'ticks', everyMs: 10 });
    const [one, two, three] = [frame(1), frame(2), frame(3)];
    worker.receive({ kind: 'frame', frame: one });
    worker.receive({ kind: 'frame', frame: two });
    for (const act of timers.values()) act();
    expect([two.format, of('tick').length], 'left out while it is busy').to.deep.equal([null, 0]);
    await told('frame');
    expect([one.format, of('frame')[0]?.frame.timestamp]).to.deep.equal([null, 1]);
    worker.receive({ kind: 'frame', frame: three });
    await told('frame', 2);
    expect(of('frame').map((made) => made.frame.timestamp)).to.deep.equal([1, 3]);
    for (const made of of('frame')) made.frame.close();
  });

  it('answers no frame before it knows what is wanted, and goes on after one that cannot be read', async () => {
    const { worker, of, told } = setup();
    const [early, broken] = [frame(1), frame(2)];
    worker.receive({ kind: 'frame', frame: early });
    worker.receive({ kind: 'effect', effect: blur, image: null });
    while (early.format !== null) await new Promise((done) => setTimeout(done));
    broken.close();
    worker.receive({ kind: 'frame', frame: broken });
    while (of('frame').length === 0) {
      worker.receive({ kind: 'frame', frame: frame(3) });
      await new Promise((done) => setTimeout(done));
    }
    await told('frame');
    expect(of('frame')[0]?.frame.timestamp).to.equal(3);
    for (const made of of('frame')) made.frame.close();
  });

  it('never sends a frame as it came where it cannot be made, and minds no more than that', async () => {
    const { worker, of, told } = setup();
    const unheard: unknown[] = [];
    const hear = (event: PromiseRejectionEvent) => void unheard.push(event.reason);
    addEventListener('unhandledrejection', hear);
    undo.push(() => removeEventListener('unhandledrejection', hear));
    const { copyTo } = VideoFrame.prototype;
    VideoFrame.prototype.copyTo = () => Promise.reject(new TypeError('no memory'));
    undo.push(() => (VideoFrame.prototype.copyTo = copyTo));
    worker.receive({ kind: 'effect', effect: blur, image: null });
    const lost = stripes(1);
    worker.receive({ kind: 'frame', frame: lost });
    while (lost.format !== null) await new Promise((done) => setTimeout(done));
    VideoFrame.prototype.copyTo = copyTo;
    await new Promise((done) => setTimeout(done));
    worker.receive({ kind: 'frame', frame: stripes(2) });
    await told('frame');
    expect([of('frame').map((made) => made.frame.timestamp), unheard]).to.deep.equal([[2], []]);
    for (const made of of('frame')) made.frame.close();
  });

  it('uses an effect at once, not when its picture is decoded: the room is not shown until then', async () => {
    const { worker, of, told } = setup();
    replace('createImageBitmap', () => new Promise(() => undefined));
    worker.receive({ kind: 'effect', effect: noEffect, image: null });
    const effect: Effect = { ...blur, background: 'image', imageId: 'a' };
    worker.receive({ kind: 'effect', effect, image: new Blob([]) });
    worker.receive({ kind: 'frame', frame: stripes(1) });
    await told('frame');
    const made = of('frame')[0]!.frame;
    const planes = new Uint8Array(made.allocationSize());
    await made.copyTo(planes);
    made.close();
    const row = planes.subarray(64 * 10, 64 * 11);
    expect(Math.max(...row) - Math.min(...row)).to.be.lessThan(20);
  });

  it('lets go of its picture at the end', async () => {
    const { worker } = setup();
    const bitmap = await createImageBitmap(new ImageData(2, 2));
    replace('createImageBitmap', () => Promise.resolve(bitmap));
    worker.receive({ kind: 'effect', effect: { ...blur, background: 'image', imageId: 'a' }, image: new Blob([]) });
    await new Promise((done) => setTimeout(done));
    expect(bitmap.width).to.equal(2);
    worker.receive({ kind: 'close' });
    expect(bitmap.width).to.equal(0);
  });

  it('says when a picture cannot be read, but for one that is not wanted any more', async () => {
    const { worker, of, told } = setup();
    const effect: Effect = { ...blur, background: 'image', imageId: 'a' };
    const broken = new Blob(['no picture'], { type: 'image/png' });
    worker.receive({ kind: 'effect', effect, image: broken });
    worker.receive({ kind: 'effect', effect, image: broken });
    await told('error');
    await new Promise((done) => setTimeout(done));
    expect(of('error')).to.deep.equal([{ kind: 'error', code: 'image' }]);
  });

  it('puts away a picture that is decoded too late', async () => {
    const { worker } = setup();
    const effect: Effect = { ...blur, background: 'image', imageId: 'a' };
    const real = globalThis.createImageBitmap;
    const decoded: ImageBitmap[] = [];
    replace('createImageBitmap', async (blob: Blob) => {
      const bitmap = await real(blob);
      decoded.push(bitmap);
      return bitmap;
    });
    const canvas = new OffscreenCanvas(2, 2);
    canvas.getContext('2d');
    const image = await canvas.convertToBlob();
    worker.receive({ kind: 'effect', effect, image });
    worker.receive({ kind: 'effect', effect: blur, image: null });
    while (decoded.length === 0) await new Promise((done) => setTimeout(done));
    await new Promise((done) => setTimeout(done));
    expect(decoded.map(({ width }) => width)).to.deep.equal([0]);
  });

  it('makes one track of the cameras it is handed, and lets each go: when the next comes, when it is off, at the end', () => {
    const cancelled = giveStreams();
    const { worker, of } = setup();
    expect(of('ready')).to.deep.equal([{ kind: 'ready', streams: true }]);
    const cameras = [makePicture(), makePicture(), makePicture()];
    const stands = () => cameras.map(({ readyState }) => readyState);
    const ids = cameras.map(({ id }) => id);
    worker.receive({ kind: 'camera', track: cameras[0]! });
    worker.receive({ kind: 'camera', track: cameras[1]! });
    expect([of('track').length, stands()]).to.deep.equal([1, ['ended', 'live', 'live']]);
    worker.receive({ kind: 'pause' });
    expect([stands(), cancelled]).to.deep.equal([['ended', 'ended', 'live'], ids.slice(0, 2)]);
    worker.receive({ kind: 'camera', track: cameras[2]! });
    worker.receive({ kind: 'close' });
    expect([stands(), cancelled]).to.deep.equal([['ended', 'ended', 'ended'], ids]);
  });

  it('says when it can make no track, and lets the camera go', () => {
    giveStreams({ broken: true });
    const { worker, of } = setup();
    const camera = makePicture();
    worker.receive({ kind: 'camera', track: camera });
    expect([of('no-track').length, of('track').length, camera.readyState]).to.deep.equal([1, 0, 'ended']);
  });

  it('says what it cannot take at all', () => {
    giveStreams();
    const { worker, of } = setup();
    replace('setInterval', () => {
      throw new TypeError();
    });
    worker.receive({ kind: 'ticks', everyMs: 10 });
    expect(of('error')).to.deep.equal([{ kind: 'error', code: 'model' }]);
  });
});
