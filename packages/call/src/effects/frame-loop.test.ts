import { expect } from '@open-wc/testing';
import { FrameLoop } from './frame-loop.js';
import { pending } from './testing/pending.js';

const frame = (timestamp: number) =>
  new VideoFrame(new Uint8Array(2 * 2 * 4), { format: 'RGBA', codedWidth: 2, codedHeight: 2, timestamp });

/** A camera of some frames, and a sink that keeps timestamps. */
function setup() {
  const read: VideoFrame[] = [];
  const made: VideoFrame[] = [];
  const written: number[] = [];
  let cancelled = false;
  const camera = (timestamps: readonly number[], ends = true) =>
    new ReadableStream<VideoFrame>({
      start(controller) {
        for (const timestamp of timestamps) {
          read.push(frame(timestamp));
          controller.enqueue(read.at(-1)!);
        }
        if (ends) controller.close();
      },
      cancel: () => void (cancelled = true),
    });
  const sink = new WritableStream<VideoFrame>({
    write(one) {
      written.push(one.timestamp);
      one.close();
    },
  });
  const loop = (make: (one: VideoFrame) => Promise<VideoFrame | null>) =>
    new FrameLoop(async (one) => {
      const result = await make(one);
      if (result) made.push(result);
      return result;
    });
  const isClosed = (one: VideoFrame) => one.format === null;
  return { camera, sink, loop, read, made, written, isClosed, cancelled: () => cancelled };
}

describe('the loop of frames', () => {
  it('writes what was made of each and leaves none open', async () => {
    const { camera, sink, loop, read, made, written, isClosed } = setup();
    await loop(async ({ timestamp }) => frame(timestamp + 1)).start(camera([1, 2, 3]), sink);
    expect(written).to.deep.equal([2, 3, 4]);
    expect([...read, ...made].every(isClosed)).to.equal(true);
  });

  it('leaves out a frame that cannot be made: what came in never goes out', async () => {
    const { camera, sink, loop, read, written, isClosed } = setup();
    const make = async ({ timestamp }: VideoFrame) => {
      if (timestamp === 1) throw new Error('no');
      return timestamp === 2 ? null : frame(30);
    };
    await loop(make).start(camera([1, 2, 3]), sink);
    expect(written).to.deep.equal([30]);
    expect(read.every(isClosed)).to.equal(true);
  });

  it('goes on with another camera into the same sink, and lets go of the first', async () => {
    const { camera, sink, loop, written, cancelled } = setup();
    const one = loop(async ({ timestamp }) => frame(timestamp));
    const first = one.start(camera([1], false), sink);
    await one.start(camera([7]));
    await first;
    expect(written.at(-1)).to.equal(7);
    expect(cancelled()).to.equal(true);
  });

  it('reads nothing while it is paused', async () => {
    const { camera, sink, loop, cancelled, written } = setup();
    const one = loop(async ({ timestamp }) => frame(timestamp));
    const running = one.start(camera([], false), sink);
    one.pause();
    await running;
    expect([cancelled(), written]).to.deep.equal([true, []]);
  });

  it('makes nothing of a frame that was on its way when it was paused', async () => {
    const { sink, loop, made, isClosed } = setup();
    let camera: ReadableStreamDefaultController<VideoFrame> | undefined;
    const one = loop(async ({ timestamp }) => frame(timestamp));
    const running = one.start(new ReadableStream({ start: (controller) => void (camera = controller) }), sink);
    const late = frame(1);
    camera?.enqueue(late);
    one.pause();
    await running;
    expect([made.length, isClosed(late)]).to.deep.equal([0, true]);
  });

  for (const [what, stop] of [
    ['paused', (one: FrameLoop) => one.pause()],
    ['closed', (one: FrameLoop) => void one.close()],
  ] as const)
    it(`writes nothing that was still being made when it was ${what}`, async () => {
      const { camera, sink, loop, written, made, isClosed } = setup();
      const [begun, answer] = [pending<void>(), pending<void>()];
      const one = loop(async ({ timestamp }) => {
        begun.resolve(undefined);
        await answer.promise;
        return frame(timestamp);
      });
      const running = one.start(camera([1], false), sink);
      await begun.promise;
      stop(one);
      answer.resolve(undefined);
      await running;
      expect([written, made.every(isClosed)]).to.deep.equal([[], true]);
    });

  it('leaves no frame open that its sink does not take', async () => {
    const { camera, loop, read, made, isClosed } = setup();
    const broken = new WritableStream<VideoFrame>({ write: () => Promise.reject(new Error('gone')) });
    await loop(async ({ timestamp }) => frame(timestamp)).start(camera([1, 2]), broken);
    expect([made.length, [...read, ...made].every(isClosed)]).to.deep.equal([2, true]);
  });

  it('ends with a camera that breaks', async () => {
    const { sink, loop, written } = setup();
    const broken = new ReadableStream<VideoFrame>({ start: (controller) => controller.error(new Error('unplugged')) });
    await loop(async ({ timestamp }) => frame(timestamp)).start(broken, sink);
    expect(written).to.deep.equal([]);
  });

  it('ends the track that it writes to when it is closed, and lets go of the camera', async () => {
    const { camera, loop, cancelled } = setup();
    let ended = false;
    const one = loop(async ({ timestamp }) => frame(timestamp));
    const running = one.start(camera([], false), new WritableStream({ close: () => void (ended = true) }));
    await one.close();
    await running;
    expect([ended, cancelled()]).to.deep.equal([true, true]);
  });
});
