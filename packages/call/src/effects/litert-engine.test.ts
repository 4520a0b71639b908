import { expect } from '@open-wc/testing';
import { codeOf } from '../media/testing/code-of.js';
import { assetNames } from './asset-names.js';
import { noEffect, type Effect } from './effect.js';
import { liteRtNames } from './litert-names.js';
import { createLiteRtEngine } from './litert-engine.js';
import { LiteRtSegmenter, type LiteRtModule } from './litert-segmenter.js';
import { maskHeight, maskWidth } from './segmenter.js';
import { Clip } from './testing/clip.js';
import { open, roomLeft, run, truthOf, untilSharp } from './testing/drive-pipeline.js';
import { overlap } from './testing/measure.js';
import { takeWebGlAway } from './testing/without-webgl.js';
import { defaultAssets } from './worker-url.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };

/** Lets a server answer 404 for one file, until it is told to stop. */
function missing(name: string): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (request, options) =>
    String(request instanceof Request ? request.url : request).endsWith(name)
      ? Promise.resolve(new Response('not found', { status: 404 }))
      : real(request, options);
  return () => (globalThis.fetch = real);
}

/** What is asked of the server while something is done. */
async function askedWhile(act: () => Promise<void>): Promise<string[]> {
  const asked: string[] = [];
  const take = (list: PerformanceEntryList) => void asked.push(...list.map(({ name }) => name));
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'resource' });
  await act();
  take(observer.takeRecords());
  observer.disconnect();
  return asked;
}

/** Runs a few frames through a pipeline that has failed, and says how much of the room the clearest of them shows. */
async function clearest(opened: ReturnType<typeof open>, clip: Clip): Promise<number> {
  const left: number[] = [];
  for (let i = 0; i < 5; i++) {
    const made = await run(opened.pipeline, clip.frame(i));
    left.push(await roomLeft(made, await truthOf(clip.frame(i))));
    made.close();
  }
  return Math.max(...left);
}

describe('the engine of a browser without WebGL 2 (design §8)', function () {
  this.timeout(60_000);

  let clip: Clip;
  let giveWebGlBack = (): void => undefined;
  const undo: (() => void)[] = [];
  before(async () => (clip = await Clip.open('talk', 320, 180)));
  beforeEach(() => (giveWebGlBack = takeWebGlAway()));
  afterEach(() => {
    for (const one of undo.splice(0)) one();
    giveWebGlBack();
  });

  it('is asked of the server only there, and MediaPipe only elsewhere', async () => {
    const start = async () => {
      const opened = open();
      opened.pipeline.setEffect(blur);
      for (const made of await untilSharp(opened, clip)) made.close();
      opened.pipeline.close();
    };
    const asks = (names: readonly string[], file: string) => names.some((name) => name.endsWith(file));
    const without = await askedWhile(start);
    expect([asks(without, liteRtNames.wasm), asks(without, assetNames.model)]).to.deep.equal([true, true]);
    expect([asks(without, assetNames.wasm), asks(without, assetNames.loader)]).to.deep.equal([false, false]);
    giveWebGlBack();
    const withWebGl = await askedWhile(start);
    expect(asks(withWebGl, assetNames.wasm)).to.equal(true);
    expect(withWebGl.filter((name) => name.includes('litert'))).to.deep.equal([]);
  });

  for (const [what, options, gone] of [
    ['nothing of it', { assets: '/nowhere/' }, null],
    ['its wasm not', {}, liteRtNames.wasm],
  ] as const)
    it(`says that WebGL 2 is missing where ${what} is served, and stays veiled`, async () => {
      if (gone) undo.push(missing(gone));
      const opened = open(options);
      opened.pipeline.setEffect(blur);
      await opened.told('failed');
      expect(opened.news).to.deep.equal([{ kind: 'failed', code: 'no-webgl2' }]);
      expect(await clearest(opened, clip)).to.be.lessThan(0.1);
      opened.pipeline.close();
    });

  it('stays veiled when its model cannot be loaded, until it can be', async () => {
    const restore = missing(assetNames.model);
    undo.push(restore);
    const opened = open();
    opened.pipeline.setEffect(blur);
    await opened.told('failed');
    expect(opened.news).to.deep.equal([{ kind: 'failed', code: 'asset' }]);
    expect(await clearest(opened, clip)).to.be.lessThan(0.1);
    restore();
    opened.pipeline.retry();
    for (const made of await untilSharp(opened, clip)) made.close();
    opened.pipeline.close();
  });

  it('comes back after its wasm has given up, veiled until then', async () => {
    const memories: WebAssembly.Memory[] = [];
    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const made = await real(source, imports);
      for (const one of Object.values(made.instance.exports)) if (one instanceof WebAssembly.Memory) memories.push(one);
      return made;
    };
    undo.push(() => (WebAssembly.instantiateStreaming = real));
    const opened = open();
    opened.pipeline.setEffect(blur);
    for (const made of await untilSharp(opened, clip)) made.close();
    expect(memories.length).to.equal(1);
    // Without its memory it has neither model nor code to call: the next frame traps.
    new Uint8Array(memories[0]!.buffer).fill(0);
    const truth = await truthOf(clip.frame(0));
    const veiled = await untilSharp(opened, clip);
    expect(memories.length, 'all was made anew').to.equal(2);
    expect(veiled.length).to.be.greaterThan(0);
    for (const made of veiled) {
      expect(await roomLeft(made, truth)).to.be.lessThan(0.1);
      made.close();
    }
    opened.pipeline.close();
  });
});

describe('LiteRT', () => {
  it('finds the person in pixels as the one in WebGL does, and lets go of everything once', async () => {
    const clip = await Clip.open('talk', maskWidth, maskHeight);
    const { frame, alpha } = clip.frame(0);
    const c = new OffscreenCanvas(maskWidth, maskHeight).getContext('2d')!;
    c.drawImage(frame, 0, 0);
    frame.close();
    const segmenter = await LiteRtSegmenter.create(defaultAssets());
    const mask = new Uint8Array(maskWidth * maskHeight);
    segmenter.run(c.getImageData(0, 0, maskWidth, maskHeight).data, mask);
    expect(overlap(mask, alpha())).to.be.greaterThan(0.94);
    segmenter.run(new Uint8ClampedArray(mask.length * 4), mask);
    expect(Math.max(...mask), 'nobody in the dark').to.be.lessThan(10);
    segmenter.close();
    segmenter.close();
    expect(() => segmenter.run(new Uint8ClampedArray(mask.length * 4), mask)).to.throw();
  });

  it('runs on the processor, and is of no use once its engine is closed', async () => {
    const clip = await Clip.open('talk', maskWidth, maskHeight);
    const engine = await createLiteRtEngine(defaultAssets());
    expect(engine.cpu).to.equal(true);
    const { frame } = clip.frame(0);
    await engine.compositor.load(frame);
    frame.close();
    engine.compositor.segment([0, 0]);
    engine.close();
    expect(() => engine.compositor.segment([0, 0])).to.throw();
  });
});

/** A module that gives no shares of a person; everything that is made and let go of is written down. */
function fakeModule({ inputs = maskWidth * maskHeight * 3, outputs = maskWidth * maskHeight, gives = true } = {}) {
  const memory = new Uint8Array((inputs + outputs) * 4 + 1024);
  const open = new Set<string>();
  const locked = new Set<string>();
  const thing = (name: string) => {
    open.add(name);
    return { delete: () => void open.delete(name) };
  };
  const tensor = (name: string, at: number) => ({
    ...thing(name),
    lock: () => {
      locked.add(name);
      return at;
    },
    unlock: () => void locked.delete(name),
  });
  const type = (name: string, numbers: number) => ({ ...thing(name), bytes: () => numbers * 4 });
  const module: LiteRtModule = {
    HEAPU8: memory,
    _malloc: () => {
      open.add('bytes');
      return 0;
    },
    _free: () => void open.delete('bytes'),
    LiteRtEnvironment: { create: () => thing('environment') },
    LiteRtTensorBuffer: { createManaged: () => tensor('input', 0) },
    LiteRtTensorBufferType: { HOST_MEMORY: 0 },
    LiteRtTensorBufferLockMode: { READ: 0, WRITE: 1 },
    loadModel: () => ({
      ...thing('model'),
      getInputTensorType: () => type('type of input', inputs),
      getOutputTensorType: () => type('type of output', outputs),
    }),
    compileModel: () => ({
      ...thing('compiled'),
      run: () => (gives ? [tensor('output', inputs * 4)] : []),
    }),
  };
  // The model's bytes are laid over the tensors', which hold nothing yet.
  Object.assign(memory, { set: () => undefined });
  return { open, locked, create: () => LiteRtSegmenter.create(defaultAssets(), () => Promise.resolve(module)) };
}

describe('the driver of LiteRT', () => {
  const pixels = new Uint8ClampedArray(maskWidth * maskHeight * 4);
  const mask = () => new Uint8Array(maskWidth * maskHeight).fill(7);

  it('takes no model of another size: it would read and write beside it', async () => {
    for (const size of [{ inputs: 3 }, { outputs: 1 }])
      expect(await codeOf(fakeModule(size).create())).to.equal('model');
  });

  it('keeps nothing of a run, and nothing at all once it is closed', async () => {
    const { create, open, locked } = fakeModule();
    const segmenter = await create();
    const out = mask();
    segmenter.run(pixels, out);
    expect(Math.max(...out)).to.equal(0);
    expect([...open].sort()).to.deep.equal(['bytes', 'compiled', 'environment', 'input', 'model']);
    expect(locked.size).to.equal(0);
    segmenter.close();
    expect(open.size).to.equal(0);
  });

  it('fails where the model gives no mask, rather than to leave the one before', async () => {
    const segmenter = await fakeModule({ gives: false }).create();
    let failed: unknown = null;
    try {
      segmenter.run(pixels, mask());
    } catch (error) {
      failed = error;
    }
    expect(failed).to.have.property('code', 'model');
  });
});
