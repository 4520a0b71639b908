import { expect } from '@open-wc/testing';
import { assetNames } from './asset-names.js';
import { MediaPipeSegmenter, type MediaPipeFactory } from './mediapipe-segmenter.js';
import { defaultAssets } from './worker-url.js';

type Module = Awaited<ReturnType<MediaPipeFactory>>;
type Results = Parameters<Parameters<Module['PacketListener']['implement']>[0]['onResults']>[0];

/** A module that answers each frame with what `mask` says; everything that is made and let go of is written down. */
function fake({ textures = 2, breaks = false } = {}) {
  const open = new Set<string>();
  const sent: { readonly timestamp: number; readonly stream: string }[] = [];
  const options: { readonly fieldName: string; readonly valueBoolean: boolean }[] = [];
  const world = {
    mask: 1 as number | null,
    open,
    sent,
    options,
    create: async (load?: MediaPipeFactory) => create(load),
  };
  const thing = (name: string) => {
    open.add(name);
    return { delete: () => void open.delete(name) };
  };
  let listener: { onResults(packets: Results): void } | null = null;
  class SolutionWasm {
    readonly delete = thing('solution').delete;
    loadGraph() {
      if (breaks) throw new TypeError('a graph that it does not know');
    }
    overrideFile = () => undefined;
    attachMultiListener = () => undefined;
    changeOptions = () => undefined;
    send() {
      const { mask } = world;
      listener?.onResults({ get: () => (mask === null ? undefined : { ...thing('result'), glName: mask }) });
    }
  }
  const list = (name: string, keep: (one: never) => void = () => undefined) =>
    class {
      readonly delete = thing(name).delete;
      push_back = keep;
      pushTexture2d = keep;
    };
  const module: Module = {
    canvas: new OffscreenCanvas(1, 1),
    GL: {
      textures: Array.from({ length: textures }, () => ({})),
      createContext: () => 1,
      makeContextCurrent: () => undefined,
    },
    SolutionWasm,
    StringList: list('names'),
    GraphOptionChangeRequestList: list('options', (one) => options.push(one)),
    PacketDataList: list('packets', (one) => sent.push(one)),
    PacketListener: { implement: (given) => (listener = given) },
    createTexture: () => 0,
  };
  const create = (load: MediaPipeFactory = () => Promise.resolve(module)) =>
    MediaPipeSegmenter.create(settings(), () => Promise.resolve(load));
  return world;
}

const settings = () => ({ canvas: new OffscreenCanvas(1, 1), assets: defaultAssets(), cpu: true });
const failureOf = (work: Promise<unknown>) =>
  work.then(() => null).catch(({ code, message }: { code?: string; message: string }) => [code, message]);
const thrownBy = (act: () => void): unknown => {
  try {
    act();
    return null;
  } catch (error) {
    return error;
  }
};

describe('the driver of MediaPipe', () => {
  it('keeps nothing of a run, and nothing at all once it is closed', async () => {
    const { create, open, sent, options } = fake();
    const segmenter = await create();
    const masks: WebGLTexture[] = [];
    for (let i = 0; i < 2; i++) segmenter.run((mask) => masks.push(mask));
    expect(masks.length).to.equal(2);
    expect(sent[1]!.timestamp, 'each is later than the last').to.be.greaterThan(sent[0]!.timestamp);
    expect(options.find(({ fieldName }) => fieldName === 'use_cpu_inference')?.valueBoolean).to.equal(true);
    expect([...open]).to.deep.equal(['solution']);
    segmenter.close();
    expect(open.size).to.equal(0);
  });

  it('fails where no mask comes, or none that there is, rather than to leave the one before', async () => {
    const world = fake();
    const segmenter = await world.create();
    for (const mask of [null, 9]) {
      world.mask = mask;
      let came = false;
      expect(thrownBy(() => segmenter.run(() => (came = true)))).to.have.property('code', 'model');
      expect(came).to.equal(false);
    }
    world.mask = 1;
    const broken = thrownBy(() =>
      segmenter.run(() => {
        throw new TypeError('no memory');
      }),
    );
    expect(broken).to.have.property('message', 'no memory');
    expect([...world.open], 'also then').to.deep.equal(['solution']);
  });

  it('says which of its files could not be loaded', async () => {
    const { create } = fake();
    const asset = (name: string) => ['asset', `asset: ${name}`];
    expect(await failureOf(create(() => Promise.reject(new Error('404'))))).to.deep.equal(asset(assetNames.wasm));
    const noLoader = MediaPipeSegmenter.create(settings(), () => Promise.reject(new TypeError()));
    expect(await failureOf(noLoader)).to.deep.equal(asset(assetNames.loader));
  });

  it('says that the model gave up where it cannot be set up', async () => {
    expect((await failureOf(fake({ breaks: true }).create()))?.[0]).to.equal('model');
    expect(await failureOf(fake({ textures: 0 }).create())).to.deep.equal(['model', 'model: no input texture']);
  });
});
