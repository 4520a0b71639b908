import { expect } from '@open-wc/testing';
import { noEffect, type Effect } from './effect.js';
import { EffectsError } from './effects-error.js';
import { levels } from './governor.js';
import { Pipeline, type PipelineNews, type PipelineOptions } from './pipeline.js';
import { maskWidth } from './segmenter.js';
import { EngineShop, FakeEngine, madeSide } from './testing/fake-engine.js';
import { wholeFrame } from './trace/face-framer.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };
const trace: Effect = { ...noEffect, faceTrace: true };
const [width, height] = [64, 48];
const frameUs = 33_333;

/** A frame of stripes, which any blur takes away. */
function stripes(timestamp: number): VideoFrame {
  const planes = new Uint8Array((width * height * 3) / 2).fill(128);
  for (let i = 0; i < width * height; i++) planes[i] = i % 2 ? 235 : 16;
  return new VideoFrame(planes, { format: 'I420', codedWidth: width, codedHeight: height, timestamp });
}

type Seen = 'made' | 'veiled' | 'raw' | 'left out';

/** What somebody who gets this frame would see. Closes it. */
async function look(frame: VideoFrame | null): Promise<Seen> {
  if (!frame) return 'left out';
  const planes = new Uint8Array(frame.allocationSize());
  await frame.copyTo(planes);
  const small = frame.displayWidth === madeSide;
  frame.close();
  if (small) return 'made';
  const luma = planes.subarray(width * 10, width * 11);
  return Math.max(...luma) - Math.min(...luma) > 20 ? 'raw' : 'veiled';
}

function setup(options: Partial<PipelineOptions> = {}) {
  const shop = new EngineShop();
  const news: PipelineNews[] = [];
  let tell = (): void => undefined;
  const pipeline = new Pipeline({
    assets: '/',
    maskEvery: 1,
    createEngine: shop.create,
    ...options,
    news: (one) => {
      news.push(one);
      tell();
    },
  });
  let timestamp = 0;
  /** Runs the next frame of the camera. */
  const next = async (stepUs = frameUs) => {
    const frame = stripes((timestamp += stepUs));
    const seen = await look(await pipeline.run(frame));
    frame.close();
    return seen;
  };
  /** What comes of the next few frames, each named once. */
  const all = async (count: number) => {
    const seen = new Set<Seen>();
    for (let i = 0; i < count; i++) seen.add(await next());
    return [...seen];
  };
  const sharp = async (effect = blur, engine = new FakeEngine()) => {
    pipeline.setEffect(effect);
    await (await shop.order(0)).deliver(engine);
    expect(await next()).to.equal('made');
    return engine;
  };
  const told = async (kind: PipelineNews['kind']) => {
    while (!news.some((one) => one.kind === kind)) await new Promise<void>((done) => (tell = done));
  };
  return { shop, news, pipeline, next, all, sharp, told };
}

const { setTimeout: realTimeout } = globalThis;
/** Lets every timer go off at once, and writes down how long those of a pipeline were to wait. */
function skipWaits(): number[] {
  const waits: number[] = [];
  Object.assign(globalThis, {
    setTimeout(act: () => void, ms = 0) {
      if (ms > 0) waits.push(ms);
      return realTimeout(act);
    },
  });
  return waits;
}

const picture = () => createImageBitmap(new ImageData(2, 2));
const isClosed = (image: { readonly width: number }) => image.width === 0;

describe('what a pipeline lets pass (E-29)', () => {
  afterEach(() => void Object.assign(globalThis, { setTimeout: realTimeout }));

  it('is nothing before anybody has said what is wanted', async () => {
    const { next, shop } = setup();
    expect([await next(), shop.orders.length]).to.deep.equal(['left out', 0]);
  });

  it('is the camera as it is once that was chosen, without an engine', async () => {
    const { next, shop, pipeline } = setup();
    pipeline.setEffect(noEffect);
    expect([await next(), shop.orders.length]).to.deep.equal(['raw', 0]);
  });

  it('is veiled until there is an engine, which is ordered once', async () => {
    const { all, next, shop, pipeline, news } = setup();
    pipeline.setEffect(blur);
    pipeline.setEffect(trace);
    expect(await all(3)).to.deep.equal(['veiled']);
    await shop.orders[0]!.deliver(new FakeEngine());
    expect([await next(), shop.orders.length]).to.deep.equal(['made', 1]);
    expect(await all(3)).to.deep.equal(['made']);
    expect(news).to.deep.equal([{ kind: 'sharp' }]);
  });

  it('is veiled where the engine goes while a frame is read', async () => {
    const { next, shop, sharp } = setup();
    const engine = await sharp();
    engine.before.load = () => shop.orders[0]!.lost();
    expect(await next()).to.equal('veiled');
    expect([engine.made.length, engine.closed], 'nothing more is made with it').to.deep.equal([1, 1]);
  });

  for (const [what, lose] of [
    ['has been lost without a word', (engine: FakeEngine) => engine.lose()],
    ['says so meanwhile', (_: FakeEngine, lost: () => void) => lost()],
  ] as const)
    it(`is veiled where the graphics card ${what} as a frame is made, which is thrown away`, async () => {
      const { next, shop, sharp } = setup();
      const engine = await sharp();
      engine.before.compose = () => lose(engine, shop.orders[0]!.lost);
      expect(await next()).to.equal('veiled');
      expect([engine.made.length, engine.made[1]?.format]).to.deep.equal([2, null]);
    });

  for (const step of ['load', 'segment', 'compose'] as const)
    it(`is veiled when “${step}” fails, until another engine has come`, async () => {
      const { next, all, shop, sharp, news } = setup();
      const engine = await sharp();
      engine.before[step] = () => {
        throw new Error('out of memory');
      };
      // Nor does it matter that it cannot even let go of what it has.
      engine.before.close = () => {
        throw new Error('out of memory');
      };
      expect(await next()).to.equal('veiled');
      expect(engine.closed).to.equal(1);
      const order = await shop.order(1);
      expect(await all(2)).to.deep.equal(['veiled']);
      await order.deliver(new FakeEngine());
      expect(await next()).to.equal('made');
      expect(news).to.deep.equal([{ kind: 'sharp' }, { kind: 'sharp' }]);
    });

  it('is veiled for good after six losses, each with a longer wait, until it is tried again', async () => {
    const waits = skipWaits();
    const { all, next, shop, news, pipeline, told } = setup();
    pipeline.setEffect(blur);
    for (let i = 0; i < 6; i++) {
      const engine = new FakeEngine();
      engine.before.segment = () => {
        throw new EffectsError('unsupported');
      };
      await (await shop.order(i)).deliver(engine);
      expect(await next()).to.equal('veiled');
    }
    await told('failed');
    expect(news).to.deep.equal([{ kind: 'failed', code: 'unsupported' }]);
    expect(waits).to.deep.equal([50, 100, 200, 400, 800]);
    pipeline.setEffect(trace);
    expect([await all(3), shop.orders.length], 'nothing is tried by itself').to.deep.equal([['veiled'], 6]);
    pipeline.retry();
    const broken = new FakeEngine();
    await shop.orders[6]!.deliver(broken);
    expect(await next()).to.equal('made');
    shop.orders[6]!.lost();
    await (await shop.order(7)).deliver(new FakeEngine());
    expect(await next(), 'and losses are counted anew').to.equal('made');
  });

  it('counts losses anew after three hundred good frames', async () => {
    skipWaits();
    const { all, next, shop, sharp, news } = setup();
    await sharp();
    for (let i = 0; i < 5; i++) {
      shop.orders[i]!.lost();
      await (await shop.order(i + 1)).deliver(new FakeEngine());
    }
    expect(await all(301)).to.deep.equal(['made']);
    shop.orders[5]!.lost();
    await (await shop.order(6)).deliver(new FakeEngine());
    expect([await next(), news.some(({ kind }) => kind === 'failed')]).to.deep.equal(['made', false]);
  });

  it('does not count fewer frames as good', async () => {
    skipWaits();
    const { all, shop, sharp, told } = setup();
    await sharp();
    for (let i = 0; i < 5; i++) {
      shop.orders[i]!.lost();
      await (await shop.order(i + 1)).deliver(new FakeEngine());
      expect(await all(60)).to.deep.equal(['made']);
    }
    shop.orders[5]!.lost();
    await told('failed');
    expect(await all(2)).to.deep.equal(['veiled']);
  });

  it('is veiled when no engine can be had, and names the reason', async () => {
    const { next, shop, news, pipeline, told } = setup();
    pipeline.setEffect(blur);
    shop.orders[0]!.refuse(new EffectsError('asset'));
    await told('failed');
    expect([await next(), news]).to.deep.equal(['veiled', [{ kind: 'failed', code: 'asset' }]]);
    pipeline.retry();
    await shop.orders[1]!.deliver(new FakeEngine());
    expect(await next()).to.equal('made');
  });

  it('is not broken by what an engine says that is gone already', async () => {
    const { next, shop, sharp } = setup();
    await sharp();
    const [first] = shop.orders;
    first!.lost();
    const second = new FakeEngine();
    await (await shop.order(1)).deliver(second);
    first!.lost();
    expect([await next(), second.closed]).to.deep.equal(['made', 0]);
  });

  it('is made by no engine that comes after its graphics card has gone, or after the end', async () => {
    const { next, shop, pipeline, news } = setup();
    pipeline.setEffect(blur);
    const [late, later] = [new FakeEngine(), new FakeEngine()];
    shop.orders[0]!.lost();
    await shop.orders[0]!.deliver(late);
    expect([await next(), late.closed]).to.deep.equal(['veiled', 1]);
    const order = await shop.order(1);
    pipeline.close();
    await order.deliver(later);
    expect([await next(), later.closed, news]).to.deep.equal(['veiled', 1, []]);
    pipeline.setEffect(trace);
    expect(shop.orders.length).to.equal(2);
  });

  it('is told of no failure of an engine that nobody waits for any more', async () => {
    const { shop, pipeline, news } = setup();
    pipeline.setEffect(blur);
    shop.orders[0]!.lost();
    const second = await shop.order(1);
    shop.orders[0]!.refuse(new EffectsError('model'));
    await second.deliver(new FakeEngine());
    expect(news).to.deep.equal([]);
    pipeline.close();
  });
});

describe('the mask of a pipeline', () => {
  it('is made anew every so often, moved with the person in between', async () => {
    const { all, sharp } = setup({ maskEvery: 3 });
    const engine = await sharp();
    await all(6);
    expect([engine.masks.length, engine.masksRead]).to.deep.equal([3, 3]);
  });

  it('is moved by as far as the head has gone since it was made, and anew from none after a loss', async () => {
    const { next, shop, sharp } = setup({ maskEvery: 2 });
    const engine = new FakeEngine();
    engine.head = [100, 60];
    await sharp(blur, engine);
    await next();
    engine.head = [112, 60];
    for (let i = 0; i < 4; i++) await next();
    const across = engine.compositions.map(({ shift }) => Math.round(shift[0] * maskWidth));
    // Two frames for twelve pixels; then it stands still.
    expect(across).to.deep.equal([0, 0, 0, 6, 0, 0]);
    expect(Math.round(engine.masks[2]![0] * maskWidth), 'what was known is moved to where the new one is').to.equal(12);
    // Somebody near, then somebody far: neither has come from where the last one was.
    for (const [i, x] of [118, 40].entries()) {
      shop.orders[i]!.lost();
      const other = new FakeEngine();
      other.head = [x, 60];
      await (await shop.order(i + 1)).deliver(other);
      for (let frame = 0; frame < 2; frame++) expect(await next()).to.equal('made');
      other.head = [x + 6, 60];
      for (let frame = 0; frame < 2; frame++) expect(await next()).to.equal('made');
      const moved = other.compositions.map(({ shift }) => Math.round(shift[0] * maskWidth));
      expect(moved.sort()).to.deep.equal([0, 0, 0, 3]);
    }
  });

  it('is not read where nothing follows the person', async () => {
    const { all, sharp } = setup();
    const engine = await sharp();
    await all(2);
    expect([engine.masks.length, engine.masksRead]).to.deep.equal([3, 0]);
  });

  it('is read with every frame for face trace', async () => {
    const { all, sharp } = setup();
    const engine = await sharp(trace);
    await all(2);
    expect(engine.masksRead).to.equal(3);
  });

  it('is never one from before a break: it would show where the person was, and the room where they are', async () => {
    const { next, sharp, pipeline } = setup({ maskEvery: 4 });
    const engine = await sharp();
    const masks = async (stepUs?: number) => {
      expect(await next(stepUs)).to.equal('made');
      return engine.masks.length;
    };
    expect(await masks()).to.equal(1);
    expect(await masks(199_000), 'some frames were left out').to.equal(1);
    expect(await masks(201_000), 'a break').to.equal(2);
    expect(await masks(-500_000), 'another camera, whose clock is behind').to.equal(3);
    pipeline.setEffect(noEffect);
    expect(await next()).to.equal('raw');
    pipeline.setEffect(blur);
    expect(await masks(), 'off and on').to.equal(4);
    pipeline.setEffect(trace);
    expect(await masks(), 'another effect').to.equal(4);
    engine.hasMask = false;
    expect(await masks(), 'the compositor has none, as after another size').to.equal(5);
  });

  it('is told of again after the effect was off: until then it is said to be veiled', async () => {
    const { next, sharp, pipeline, news } = setup();
    await sharp();
    pipeline.setEffect(noEffect);
    pipeline.setEffect(blur);
    expect(await next()).to.equal('made');
    expect(news).to.deep.equal([{ kind: 'sharp' }, { kind: 'sharp' }]);
  });
});

describe('the crop of a pipeline', () => {
  it('follows a face where that is wanted, and begins with the whole frame each time', async () => {
    const { all, next, sharp, pipeline } = setup();
    const engine = new FakeEngine();
    engine.head = [70, 60];
    await sharp(trace, engine);
    await all(60);
    const { crop } = pipeline;
    expect(crop.width).to.be.lessThan(0.9);
    for (const stepUs of [60_000_000, -60_000_000]) {
      await next(stepUs);
      expect(pipeline.crop.width, 'a cut in the camera’s clock is not a leap').to.be.closeTo(crop.width, 0.05);
    }
    pipeline.setEffect(blur);
    await next();
    expect(pipeline.crop).to.deep.equal(wholeFrame);
    pipeline.setEffect(trace);
    await next();
    expect(pipeline.crop.width).to.be.greaterThan(0.9);
  });
});

describe('the picture of a pipeline', () => {
  it('goes to the engine there is and to every later one, and is closed once another takes its place', async () => {
    const { shop, pipeline } = setup();
    const [one, two] = [await picture(), await picture()];
    const image: Effect = { ...blur, background: 'image', imageId: 'a' };
    pipeline.setEffect(image, one);
    const [first, second] = [new FakeEngine(), new FakeEngine()];
    await shop.orders[0]!.deliver(first);
    pipeline.setEffect({ ...image, faceTrace: true }, one);
    expect(isClosed(one)).to.equal(false);
    pipeline.setEffect(image, two);
    expect([isClosed(one), isClosed(two)]).to.deep.equal([true, false]);
    expect(first.images).to.deep.equal([one, one, two]);
    shop.orders[0]!.lost();
    await (await shop.order(1)).deliver(second);
    expect(second.images).to.deep.equal([two]);
    pipeline.setEffect(image);
    expect([isClosed(two), second.images.at(-1)], 'blurred until the next one is decoded').to.deep.equal([true, null]);
    const last = await picture();
    pipeline.setEffect(image, last);
    pipeline.close();
    expect([isClosed(last), second.closed]).to.deep.equal([true, 1]);
  });
});

describe('the pace of a pipeline (E-28)', () => {
  /** A clock by which each frame takes 60 ms, too much for every level. */
  const slow = () => {
    let clock = 0;
    return { maskEvery: undefined, governor: { settle: 1, patience: 1_000 }, now: () => (clock += 60) };
  };

  it('leaves frames out on a low level, and none twice as old as it makes', async () => {
    const { all, next, sharp, news } = setup(slow());
    const engine = await sharp();
    while (!news.some((one) => one.kind === 'level' && one.overloaded)) await next();
    const told = news.flatMap((one) => (one.kind === 'level' ? [[one.level, one.overloaded]] : []));
    expect(told).to.deep.equal([...[1, 2, 3, 4, 5].map((level) => [level, false]), [5, true]]);
    expect(engine.compositions.at(-1)?.scale).to.equal(levels.at(-1)?.scale);
    // Twelve a second of thirty.
    expect([...(await all(8))].sort()).to.deep.equal(['left out', 'made']);
    expect(await next(-1_000_000), 'a clock that went back').to.equal('made');
    expect(await next(10_000)).to.equal('left out');
    expect(await next(66_000)).to.equal('made');
  });

  it('leaves none of a quicker camera out while all can be made', async () => {
    const { next, sharp } = setup();
    await sharp();
    for (let i = 0; i < 3; i++) expect(await next(10_000)).to.equal('made');
  });

  it('is the one that was given, where one was', async () => {
    const { all, sharp, news } = setup({ ...slow(), maskEvery: 1 });
    await sharp();
    expect([await all(20), news]).to.deep.equal([['made'], [{ kind: 'sharp' }]]);
  });

  it('begins with every second mask where the model runs on the processor', async () => {
    const { all, sharp } = setup({ maskEvery: undefined });
    const engine = await sharp(blur, new FakeEngine(true));
    await all(3);
    expect(engine.masks.length).to.equal(2);
  });

  it('gives up behind the veil, and begins with full quality when it is tried again', async () => {
    const { all, next, shop, sharp, pipeline, news } = setup({
      ...slow(),
      governor: { settle: 1, patience: 3 },
    });
    const engine = await sharp();
    while (!news.some(({ kind }) => kind === 'failed')) await next();
    expect(news.at(-1)).to.deep.equal({ kind: 'failed', code: 'too-slow' });
    expect([(await all(5)).sort(), engine.closed]).to.deep.equal([['left out', 'veiled'], 1]);
    pipeline.retry();
    const again = new FakeEngine();
    await shop.orders[1]!.deliver(again);
    await next();
    expect(again.compositions[0]?.scale).to.equal(1);
  });
});
