import { expect } from '@open-wc/testing';
import { noEffect, type Effect } from './effect.js';
import type { EffectsProcessorOptions } from './effects-processor.js';
import { pageStreams } from './frame-streams.js';
import type { PipelineNews } from './pipeline.js';
import { startWorker } from './start-worker.js';
import { fakeCamera } from './testing/fake-camera.js';
import { watchedProcessor } from './testing/watched-processor.js';
import { workerUrl } from './worker-url.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };

/** A processor on a camera, whose track is looked at where it comes out, and so is every track in its place. */
async function setup(options: EffectsProcessorOptions = {}) {
  const tracks: MediaStreamTrack[] = [];
  const watched = await watchedProcessor({
    ...options,
    replaced: (track) => {
      tracks.push(track);
      watched.look(track);
    },
  });
  return { ...watched, tracks, start: async (effect: Effect) => watched.look(await watched.start(effect)) };
}
const sharp = (news: readonly PipelineNews[]) => news.filter(({ kind }) => kind === 'sharp').length;

/** Whether a worker can make a track itself. */
const workersHaveStreams = () =>
  new Promise((resolve) => {
    const text = 'postMessage(typeof MediaStreamTrackProcessor + typeof VideoTrackGenerator)';
    const worker = new Worker(URL.createObjectURL(new Blob([text])));
    worker.onmessage = ({ data }) => resolve(data === 'functionfunction');
  });

describe('the effects processor', function () {
  this.timeout(60_000);

  it('sends nothing raw from the first frame on, through switches, pauses and a new camera', async () => {
    const { processor, seen, news, until, start, more, close } = await setup();
    await start(blur);
    await until(() => sharp(news) === 1);
    expect(seen.length, 'veiled frames come before the model is there').to.be.greaterThan(0);
    const track = processor.processedTrack;

    for (let i = 0; i < 10; i++) {
      processor.setEffect(i % 2 ? blur : { ...blur, faceTrace: true, strength: 3 });
      await more(1);
    }
    processor.pause();
    const other = await fakeCamera({ width: 640, height: 360 });
    await processor.restart({ track: other.track });
    await more(11);
    // The veil, which whoever watches was told of, is over.
    await until(() => sharp(news) === 2);
    expect(processor.processedTrack, 'one track for all of it').to.equal(track);
    // Face trace enlarges: what is left of detail is less, never more.
    expect(Math.max(...seen)).to.be.lessThan(0.2);
    other.stop();
    await close();
  });

  it('shows the camera as it is once somebody has chosen that', async () => {
    const { processor, seen, news, until, start, worst, close } = await setup();
    await start(blur);
    await until(() => sharp(news) === 1);
    processor.setEffect(noEffect);
    await until(() => (seen.at(-1) ?? 0) > 0.5);
    processor.setEffect(blur);
    await until(() => (seen.at(-1) ?? 1) < 0.2);
    expect(await worst(6)).to.be.lessThan(0.2);
    await close();
  });

  it('starts another worker when one dies, and sends nothing raw meanwhile', async () => {
    const { processor, seen, news, tracks, until, start, more, close } = await setup();
    await start(blur);
    await until(() => sharp(news) === 1);
    const first = processor.processedTrack;
    processor.breakOnPurpose('crash');
    await until(() => tracks.length === 1 && sharp(news) === 2);
    await more(4);
    expect(first?.readyState).to.equal('ended');
    expect(processor.processedTrack).to.equal(tracks[0]);
    expect(tracks[0]).not.to.equal(first);
    expect(Math.max(...seen)).to.be.lessThan(0.2);
    await close();
  });

  it('waits for the worker that is being started, however many ask for it (E-29)', async () => {
    const { processor, camera, close } = await setup();
    const other = await fakeCamera();
    processor.setEffect(blur);
    const both = [processor.init({ track: camera.track }), processor.init({ track: other.track })];
    await both[1];
    expect(processor.processedTrack?.readyState).to.equal('live');
    await both[0];
    other.stop();
    await close();
  });

  it('starts anew after it was put away in the middle of its start', async () => {
    const { processor, camera, news, start, until, close } = await setup();
    const given = processor.init({ track: camera.track }).catch((error: unknown) => error);
    await processor.destroy();
    expect(await given).to.have.property('code', 'no-worker');
    expect(processor.processedTrack).to.equal(undefined);
    await start(blur);
    await until(() => sharp(news) === 1);
    expect(news.filter(({ kind }) => kind === 'failed')).to.deep.equal([]);
    await close();
  });

  it('stays veiled and says so when the model cannot be loaded, until it can be', async () => {
    const { processor, seen, news, until, start, more, close } = await setup({ assets: '/nowhere/' });
    await start(blur);
    await until(() => news.some((one) => one.kind === 'failed'));
    // Without WebGL it is the second engine that is missing, which may be left out on purpose.
    const code = new OffscreenCanvas(1, 1).getContext('webgl2') ? 'asset' : 'no-webgl2';
    expect(news.at(-1)).to.deep.equal({ kind: 'failed', code });
    await more(6);
    expect(Math.max(...seen)).to.be.lessThan(0.2);
    processor.retry();
    await until(() => news.filter((one) => one.kind === 'failed').length === 2);
    await close();
  });

  it('works by way of a canvas where there are no streams of frames', async () => {
    const { seen, news, until, start, more, close } = await setup({ streams: null });
    await start(blur);
    await until(() => sharp(news) === 1);
    await more(6);
    expect(Math.max(...seen.slice(1))).to.be.lessThan(0.2);
    await close();
  });

  describe('in a browser without WebGL 2', () => {
    /** The same worker, with WebGL taken from it before its first message. */
    const startWorker = () => {
      const taker = JSON.stringify(new URL('./testing/without-webgl.ts', import.meta.url).href);
      const lines = [
        `import { takeWebGlAway } from ${taker};`,
        `import ${JSON.stringify(workerUrl().href)};`,
        'takeWebGlAway();',
      ];
      const url = URL.createObjectURL(new Blob(lines, { type: 'text/javascript' }));
      return new Worker(url, { type: 'module' });
    };

    it('sends nothing raw from the first frame on, and is sharp by another engine (design §8)', async () => {
      const { seen, news, until, start, more, close } = await setup({ startWorker });
      await start(blur);
      await until(() => sharp(news) === 1);
      await more(11);
      expect(news.filter(({ kind }) => kind === 'failed')).to.deep.equal([]);
      expect(Math.max(...seen)).to.be.lessThan(0.2);
      await close();
    });

    it('stays veiled and names the reason where that engine is not served', async () => {
      const { seen, news, until, start, more, close } = await setup({ startWorker, assets: '/nowhere/' });
      await start(blur);
      await until(() => news.some((one) => one.kind === 'failed'));
      expect(news).to.deep.equal([{ kind: 'failed', code: 'no-webgl2' }]);
      await more(6);
      expect(Math.max(...seen)).to.be.lessThan(0.2);
      await close();
    });
  });

  it('takes frames in the way that this browser has', async () => {
    const asked: string[] = [];
    const { news, until, start, close } = await setup({
      startWorker: () => {
        const worker = startWorker(workerUrl());
        const post = worker.postMessage.bind(worker);
        worker.postMessage = (message: { kind: string }, rest?: Transferable[] | StructuredSerializeOptions) => {
          asked.push(message.kind);
          post(message, rest as Transferable[]);
        };
        return worker;
      },
    });
    await start(blur);
    await until(() => sharp(news) === 1);
    const way = pageStreams() ? 'stream' : (await workersHaveStreams()) ? 'camera' : 'ticks';
    expect(asked.filter((kind) => ['stream', 'camera', 'ticks'].includes(kind))).to.deep.equal([way]);
    await close();
  });

  it('goes by way of a canvas where a worker’s own streams fail after all', async () => {
    // What it says it has is of no use, and no camera may reach it in some browsers.
    const text = `import ${JSON.stringify(workerUrl().href)};
      globalThis.MediaStreamTrackProcessor = globalThis.VideoTrackGenerator = class {};`;
    const { seen, news, until, start, more, close } = await setup({
      streams: null,
      startWorker: () => startWorker(new URL(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })))),
    });
    await start(blur);
    await until(() => sharp(news) === 1);
    await more(6);
    expect(Math.max(...seen.slice(1))).to.be.lessThan(0.2);
    await close();
  });

  it('fails before anything is shown when no worker can be started', async () => {
    const { processor, camera } = await setup({
      startWorker: () => new Worker(URL.createObjectURL(new Blob(['throw new Error("no")']))),
    });
    processor.setEffect(blur);
    const failed = await processor.init({ track: camera.track }).catch((error: unknown) => error);
    expect(failed).to.have.property('code', 'no-worker');
    expect(processor.processedTrack).to.equal(undefined);
    camera.stop();
  });
});
