import { expect } from '@open-wc/testing';
import { codeOf } from '../media/testing/code-of.js';
import { makePicture } from '../media/testing/make-tracks.js';
import { noEffect, type Effect } from './effect.js';
import { EffectsError } from './effects-error.js';
import { EffectsProcessor, type EffectsProcessorOptions } from './effects-processor.js';
import type { PipelineNews } from './pipeline.js';
import { fakeStreams, FakeWorker } from './testing/fake-worker.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };

const undo: (() => void)[] = [];
/** Replaces a function of an object until the test has ended. */
function replace<T extends object, K extends keyof T>(of: T, name: K, value: T[K]): void {
  const before = of[name];
  of[name] = value;
  undo.push(() => (of[name] = before));
}

/** Timers that go off when the test says so, told by how long they were to wait; and a clock. */
function holdTime() {
  const timers = new Map<number, { readonly act: () => void; readonly ms: number }>();
  let ids = 0;
  let now = 1_000;
  const hold = (act: () => void, ms: number) => {
    timers.set(++ids, { act, ms });
    return ids;
  };
  const drop = (id: number) => void timers.delete(id);
  const scope = globalThis as unknown as Record<string, unknown>;
  replace(scope, 'setInterval', hold);
  replace(scope, 'setTimeout', hold);
  replace(scope, 'clearInterval', drop);
  replace(scope, 'clearTimeout', drop);
  replace(performance, 'now', () => now);
  return {
    waiting: (ms: number) => [...timers.values()].filter((one) => one.ms === ms).length,
    /** Moves the clock and lets those go off that were to wait so long. */
    pass(ms: number, clock = ms) {
      now += clock;
      for (const one of [...timers.values()]) if (one.ms === ms) one.act();
    },
  };
}

function setup(options: Partial<EffectsProcessorOptions> = {}) {
  const workers: FakeWorker[] = [];
  const news: PipelineNews[] = [];
  const replaced: MediaStreamTrack[] = [];
  let tell = (): void => undefined;
  const processor = new EffectsProcessor({
    streams: fakeStreams,
    startWorker: () => {
      workers.push(new FakeWorker());
      tell();
      return workers.at(-1) as unknown as Worker;
    },
    ...options,
    news: (one) => {
      news.push(one);
      tell();
    },
    replaced: (track) => {
      replaced.push(track);
      tell();
    },
  });
  undo.push(() => void processor.destroy());
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise<void>((done) => (tell = done));
  };
  const camera = makePicture();
  const last = () => workers.at(-1)!;
  const ready = () => last().say({ kind: 'ready', streams: false });
  /** A processor on a camera. */
  const start = async () => {
    processor.setEffect(blur);
    const started = processor.init({ track: camera });
    ready();
    await started;
  };
  /** The worker dies, and the one in its place is ready. */
  const dieAndCome = async () => {
    const count = replaced.length;
    last().die();
    ready();
    await until(() => replaced.length > count);
  };
  return { processor, workers, news, replaced, until, camera, last, ready, start, dieAndCome };
}

const failed = { kind: 'failed', code: 'no-worker' } as const;

describe('the worker behind a processor (E-29)', () => {
  afterEach(() => {
    for (const one of undo.splice(0).reverse()) one();
  });

  it('knows of the effect before the first frame, and of every later one', async () => {
    const { processor, last, start } = setup();
    await start();
    expect(last().kinds).to.deep.equal(['init', 'effect', 'stream']);
    expect(last().posted[1]).to.include({ effect: blur });
    processor.setEffect(noEffect);
    processor.breakOnPurpose('context');
    expect(last().posted.slice(3)).to.deep.equal([
      { kind: 'effect', effect: noEffect, image: null },
      { kind: 'break', how: 'context' },
    ]);
  });

  it('gets the camera that is wanted when it is ready, and none that was put away meanwhile', async () => {
    const { processor, last, ready, camera } = setup();
    const other = makePicture();
    const both = [processor.init({ track: camera }), processor.init({ track: other })];
    ready();
    await Promise.all(both);
    expect(last().kinds).to.deep.equal(['init', 'effect', 'stream']);

    const paused = setup();
    const started = paused.processor.init({ track: paused.camera });
    paused.processor.pause();
    paused.ready();
    await started;
    expect(paused.last().kinds).to.deep.equal(['init', 'effect']);
  });

  it('is one for all cameras, and writes to one track', async () => {
    const { processor, workers, last, start } = setup();
    await start();
    const track = processor.processedTrack;
    processor.pause();
    await processor.restart({ track: makePicture() });
    expect([workers.length, processor.processedTrack === track]).to.deep.equal([1, true]);
    expect(last().kinds.slice(3)).to.deep.equal(['pause', 'stream']);
    expect(last().posted.at(-1)).not.to.have.property('writable');
  });

  it('is another one when the track has ended', async () => {
    const { processor, workers, until, ready, start } = setup();
    await start();
    processor.processedTrack?.stop();
    const again = processor.restart({ track: makePicture() });
    await until(() => workers.length === 2);
    ready();
    await again;
    expect(processor.processedTrack?.readyState).to.equal('live');
    expect(workers[0]?.kinds.at(-1)).to.equal('close');
  });

  it('has a moment to put all away at the end, and is not heard any more', async () => {
    const { processor, last, news, start } = setup();
    await start();
    const track = processor.processedTrack;
    const worker = last();
    await processor.destroy();
    expect([track?.readyState, processor.processedTrack, worker.kinds.at(-1)]).to.deep.equal([
      'ended',
      undefined,
      'close',
    ]);
    worker.say({ kind: 'news', news: { kind: 'sharp' } });
    worker.die();
    processor.setEffect(noEffect);
    expect([news, worker.kinds.at(-1)]).to.deep.equal([[], 'close']);
    await worker.terminated;
  });

  it('shows nothing more once another has taken its place: it may not know of the newest effect', async () => {
    const { workers, start, dieAndCome } = setup();
    await start();
    await dieAndCome();
    const frame = new VideoFrame(new Uint8Array(16), { format: 'RGBA', codedWidth: 2, codedHeight: 2, timestamp: 0 });
    workers[0]?.say({ kind: 'frame', frame });
    expect(frame.format, 'it is closed').to.equal(null);
    workers[0]?.die();
    expect(workers.length, 'nor does it take the other one along').to.equal(2);
  });

  it('is replaced when it dies, with its track, and knows of the effect again', async () => {
    const { processor, workers, replaced, news, last, start, dieAndCome } = setup();
    await start();
    const first = processor.processedTrack;
    await dieAndCome();
    expect([first?.readyState, replaced]).to.deep.equal(['ended', [processor.processedTrack]]);
    expect([workers.length, last().kinds, news]).to.deep.equal([2, ['init', 'effect', 'stream'], []]);
  });

  it('is replaced three times, then left at that until somebody tries again', async () => {
    const { processor, workers, news, camera, last, ready, start, dieAndCome } = setup();
    await start();
    for (let i = 0; i < 3; i++) {
      // Nobody has seen a picture of it.
      last().say({ kind: 'news', news: { kind: 'level', level: 1, overloaded: false } });
      await dieAndCome();
    }
    news.splice(0);
    expect(last().die(), 'the page does not hear of it').to.equal(true);
    expect([workers.length, news, processor.processedTrack]).to.deep.equal([4, [failed], undefined]);
    processor.retry();
    const again = processor.init({ track: camera });
    ready();
    await again;
    await dieAndCome();
    expect([workers.length, news.length]).to.deep.equal([6, 1]);
  });

  it('counts its deaths anew once there was a picture', async () => {
    const { last, news, start, dieAndCome } = setup();
    await start();
    for (let i = 0; i < 3; i++) await dieAndCome();
    last().say({ kind: 'news', news: { kind: 'sharp' } });
    await dieAndCome();
    expect(news).to.deep.equal([{ kind: 'sharp' }]);
  });

  it('is not replaced while the camera is off: the next camera starts one', async () => {
    const { processor, workers, news, camera, last, ready, start } = setup();
    await start();
    processor.pause();
    last().die();
    expect([workers.length, processor.processedTrack, news]).to.deep.equal([1, undefined, []]);
    const again = processor.init({ track: camera });
    ready();
    await again;
    expect(processor.processedTrack?.readyState).to.equal('live');
  });

  it('is said to be missing when the one in its place does not start either', async () => {
    const { last, news, workers, until, start } = setup();
    await start();
    last().die();
    last().die();
    await until(() => news.length > 0);
    expect([news, workers.length]).to.deep.equal([[failed], 2]);
  });

  it('is missed by nobody when the camera is off by then', async () => {
    const { processor, last, news, start } = setup();
    await start();
    last().die();
    processor.pause();
    last().die();
    await new Promise((done) => setTimeout(done));
    expect(news).to.deep.equal([]);
  });

  it('gets the picture again with the effect, and is asked to try again', async () => {
    const { processor, last, start, dieAndCome } = setup();
    await start();
    const effect: Effect = { ...blur, background: 'image', imageId: 'a' };
    const image = new Blob(['picture']);
    processor.setEffect(effect, image);
    await dieAndCome();
    expect(last().posted[1]).to.deep.equal({ kind: 'effect', effect, image });
    processor.retry();
    expect(last().kinds.at(-1)).to.equal('retry');
  });

  it('fails its start where none can be made, and starts when it can be', async () => {
    let allowed = false;
    const worker = new FakeWorker();
    const { processor, camera } = setup({
      startWorker: () => {
        if (!allowed) throw new EffectsError('no-worker');
        return worker as unknown as Worker;
      },
    });
    expect(await codeOf(processor.init({ track: camera }))).to.equal('no-worker');
    allowed = true;
    const again = processor.init({ track: camera });
    worker.say({ kind: 'ready', streams: false });
    await again;
    expect(processor.processedTrack?.readyState).to.equal('live');
  });

  it('is put away in the middle of its start without the next one, and without a word', async () => {
    const { processor, news, camera, last, ready, start } = setup();
    const first = codeOf(processor.init({ track: camera }));
    void processor.destroy();
    const second = processor.init({ track: camera });
    expect(await first).to.equal('no-worker');
    ready();
    await second;
    expect(processor.processedTrack?.readyState).to.equal('live');
    await start();
    last().die();
    await processor.destroy();
    await new Promise((done) => setTimeout(done));
    expect(news).to.deep.equal([]);
  });

  it('fails its start when it dies before it is ready, and leaves nothing behind', async () => {
    const { processor, workers, news, camera, last, ready } = setup();
    const started = processor.init({ track: camera });
    last().die();
    expect(await codeOf(started)).to.equal('no-worker');
    expect([workers.length, news, last().kinds.at(-1), processor.processedTrack]).to.deep.equal([
      1,
      [],
      'close',
      undefined,
    ]);
    const again = processor.init({ track: camera });
    ready();
    await again;
    expect(workers.length).to.equal(2);
  });

  it('fails its start when it does not answer within ten seconds, and not later', async () => {
    const time = holdTime();
    const { processor, camera, last, ready, start } = setup();
    const started = processor.init({ track: camera });
    time.pass(10_000);
    expect([await codeOf(started), last().kinds.at(-1)]).to.deep.equal(['no-worker', 'close']);
    await start();
    expect(time.waiting(10_000), 'nobody waits any more').to.equal(0);
    ready();
  });

  it('is taken for dead when it has been silent for too long, but not while the page itself was asleep', async () => {
    const time = holdTime();
    const { workers, last, start } = setup({ silenceMs: 5_000 });
    await start();
    const seconds = (count: number) => {
      for (let i = 0; i < count; i++) time.pass(1_000);
    };
    seconds(5);
    last().say({ kind: 'alive' });
    seconds(5);
    expect(workers.length, 'heard of in time').to.equal(1);
    time.pass(1_000, 60_000);
    expect(workers.length, 'asleep').to.equal(1);
    seconds(5);
    expect(workers.length).to.equal(1);
    seconds(1);
    expect(workers.length).to.equal(2);
    expect(time.waiting(1_000), 'the dead one is not looked after').to.equal(0);
  });

  it('tells of what goes wrong in it', async () => {
    const { last, news, start } = setup();
    await start();
    last().say({ kind: 'error', code: 'image' });
    last().say({ kind: 'news', news: { kind: 'failed', code: 'model' } });
    expect(news).to.deep.equal([
      { kind: 'failed', code: 'image' },
      { kind: 'failed', code: 'model' },
    ]);
  });
});
