import { backgroundLimits } from '@carillon/contract';
import { expect, waitUntil } from '@open-wc/testing';
import { makePicture } from '../media/testing/make-tracks.js';
import { CameraEffects } from './camera-effects.js';
import { noEffect, type Effect } from './effect.js';
import { EffectsError } from './effects-error.js';
import type { StoredImage } from './background-store.js';
import type { EffectsProcessor, EffectsProcessorOptions } from './effects-processor.js';
import { picture } from './testing/bad-images.js';
import { MemoryBackgroundStore } from './testing/memory-background-store.js';
import { pending } from './testing/pending.js';

const blur = { ...noEffect, background: 'blur' } as const;

/** A processor that writes down what it is told; `options` are the ways back from it. */
class FakeProcessor {
  readonly log: string[] = [];
  processedTrack: MediaStreamTrack | undefined;
  effect: Effect | null = null;
  image: Blob | null = null;
  fails: EffectsError | null = null;
  /** Starts, but has nothing to show. */
  empty = false;
  readonly options: EffectsProcessorOptions;
  constructor(options: EffectsProcessorOptions) {
    this.options = options;
  }
  setEffect(effect: Effect, image: Blob | null) {
    this.log.push(effect.background);
    [this.effect, this.image] = [effect, image];
  }
  async init() {
    this.log.push('init');
    if (this.fails) throw this.fails;
    if (!this.empty) this.processedTrack = makePicture();
  }
  async restart() {
    this.log.push('restart');
    if (this.processedTrack?.readyState !== 'live') this.processedTrack = makePicture();
  }
  pause = () => this.log.push('pause');
  retry = () => this.log.push('retry');
  destroy = async () => void this.log.push('destroy');
}

function world(
  kept: unknown = null,
  { fails = null as EffectsError | null, empty = false, url = '/nowhere/office.jpg' } = {},
) {
  const store = new MemoryBackgroundStore(kept);
  const made: FakeProcessor[] = [];
  const effects = new CameraEffects({
    store,
    images: [{ id: 'office', name: 'Office', url }],
    createProcessor: (options) => {
      const processor = Object.assign(new FakeProcessor(options), { fails, empty });
      made.push(processor);
      return processor as unknown as EffectsProcessor;
    },
  });
  let told = 0;
  const leave = effects.subscribeCamera(() => told++);
  return { store, effects, made, leave, told: () => told, now: () => made.at(-1)! };
}

describe('the effects of a camera', () => {
  it('are none by default, and ask for nothing (BGD-1)', async () => {
    const { effects, made } = world();
    expect(await effects.active()).to.equal(false);
    expect([effects.snapshot.effect, effects.snapshot.state, made.length]).to.deep.equal([noEffect, 'off', 0]);
  });

  it('are those that were chosen last time, without anybody doing anything (BGD-3)', async () => {
    const { effects, now } = world(blur);
    expect(await effects.active()).to.equal(true);
    const track = await effects.process(makePicture());
    expect(track).to.equal(now().processedTrack);
    expect(now().log, 'the effect is known before the first frame').to.deep.equal(['blur', 'init']);
    expect(effects.snapshot.state).to.equal('veiled');
    now().options.news?.({ kind: 'sharp' });
    expect(effects.snapshot.state).to.equal('on');
  });

  it('are kept when they are chosen, and used at once (BGD-2)', async () => {
    const { effects, store, told, now } = world();
    await effects.choose({ background: 'blur', strength: 3 });
    expect(store.effect).to.deep.equal({ ...blur, strength: 3 });
    expect(told(), 'an open camera is taken again').to.equal(1);
    await effects.process(makePicture());
    await effects.choose({ faceTrace: true });
    expect([now().effect?.faceTrace, told()]).to.deep.equal([true, 1]);
  });

  it('are used before they are kept: a network may take its time (BGD-2)', async () => {
    const { effects, store, now } = world(blur);
    await effects.process(makePicture());
    const kept = pending<void>();
    store.saveEffect = () => kept.promise;
    const chosen = effects.choose({ strength: 3 });
    expect(now().effect?.strength).to.equal(3);
    kept.resolve(undefined);
    await chosen;
  });

  it('are on the camera as soon as they are read, where another browser has chosen meanwhile', async () => {
    const { effects, store, now, told } = world();
    expect(await effects.active()).to.equal(false);
    store.effect = blur;
    await effects.load();
    expect([effects.snapshot.effect, told()], 'an open camera is taken again').to.deep.equal([blur, 1]);
    await effects.process(makePicture());
    store.effect = { ...blur, strength: 3 };
    await effects.load();
    expect([now().effect?.strength, told()]).to.deep.equal([3, 1]);
  });

  it('are blur where nobody can say what was chosen: nothing raw is shown', async () => {
    const { effects, store, now } = world();
    store.loadEffect = () => Promise.reject(new TypeError());
    expect(await effects.active()).to.equal(true);
    await effects.process(makePicture());
    expect(now().log).to.deep.equal(['blur', 'init']);
  });

  it('stay with one processor and one track through cameras and switches', async () => {
    const { effects, made, now } = world(blur);
    const camera = makePicture();
    const track = await effects.process(camera);
    expect(await effects.process(camera)).to.equal(track);
    effects.pause();
    expect(effects.snapshot.state).to.equal('off');
    expect(await effects.process(makePicture())).to.equal(track);
    await effects.choose(noEffect);
    await effects.choose(blur);
    expect(made.length).to.equal(1);
    expect(now().log).to.deep.equal(['blur', 'init', 'pause', 'blur', 'restart', 'none', 'blur']);
  });

  it('say why they cannot start, and show nothing', async () => {
    const { effects, now } = world(blur, { fails: new EffectsError('unsupported') });
    const refused = await effects.process(makePicture()).catch((error: unknown) => error);
    expect(refused).to.have.property('code', 'unsupported');
    expect(effects.snapshot).to.include({ state: 'failed', reason: 'unsupported' });
    expect(now().log.at(-1)).to.equal('destroy');
  });

  it('are never the camera itself, where there is nothing else to show', async () => {
    const { effects } = world(blur, { empty: true });
    const camera = makePicture();
    const refused = await effects.process(camera).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(TypeError);
    expect(effects.snapshot).to.include({ state: 'failed', reason: 'no-worker' });
  });

  it('begin anew with the next camera after they could not start', async () => {
    const { effects, store, made, told, now } = world(blur, { fails: new EffectsError('no-worker') });
    const camera = makePicture();
    await effects.process(camera).catch(() => undefined);
    effects.retry();
    expect([effects.snapshot.state, told()], 'the camera is taken again').to.deep.equal(['off', 1]);
    store.effect = { ...blur, strength: 3 };
    await effects.process(camera).catch(() => undefined);
    expect([made.length, now().effect?.strength]).to.deep.equal([2, 3]);
  });

  it('are asked of their store before a camera, and not while it is on', async () => {
    const { effects, store } = world(blur);
    let asked = 0;
    store.loadEffect = async () => {
      asked++;
      return store.effect;
    };
    await effects.active();
    await effects.process(makePicture());
    expect(asked).to.equal(2);
    await effects.active();
    await effects.process(makePicture());
    expect(asked).to.equal(2);
    effects.pause();
    await effects.active();
    expect(asked).to.equal(3);
  });

  it('leave an open camera alone where what is read is known already', async () => {
    const { effects, told } = world(blur);
    await effects.active();
    await effects.load();
    expect(told()).to.equal(0);
  });

  it('stay failed while the camera is off, until somebody decides', async () => {
    const { effects, told, now } = world(blur);
    await effects.process(makePicture());
    now().options.news?.({ kind: 'failed', code: 'asset' });
    effects.pause();
    expect(effects.snapshot).to.include({ state: 'failed', reason: 'asset' });
    await effects.choose({ strength: 3 });
    expect([effects.snapshot.state, told()]).to.deep.equal(['off', 1]);
  });

  it('are tried again with the camera where their track has ended, or the camera is off', async () => {
    const { effects, told, now } = world(blur);
    const track = await effects.process(makePicture());
    effects.pause();
    effects.retry();
    expect(told()).to.equal(1);
    await effects.process(makePicture());
    track.stop();
    effects.retry();
    expect([told(), now().log.at(-1)]).to.deep.equal([2, 'retry']);
    effects.pause();
    await effects.choose({ strength: 1 });
    expect([told(), now().log.at(-1)], 'nothing is put on a camera that is off').to.deep.equal([3, 'pause']);
  });

  it('end with whoever uses them: worker, track and pictures’ addresses', async () => {
    const { effects, made } = world(blur);
    await effects.addImage(new File([await picture(8, 8)], 'a.png'));
    const { revokeObjectURL } = URL;
    const revoked: string[] = [];
    URL.revokeObjectURL = (url) => void revoked.push(url);
    try {
      await effects.process(makePicture());
      await effects.dispose();
      await effects.dispose();
    } finally {
      URL.revokeObjectURL = revokeObjectURL;
    }
    expect(revoked).to.deep.equal(effects.snapshot.images.flatMap(({ own, url }) => (own ? [url] : [])));
    expect(made[0]?.log.filter((one) => one === 'destroy').length).to.equal(1);
  });

  it('keep what belongs together, and are chosen once it is kept', async () => {
    const { effects, store } = world({ ...noEffect, background: 'image', imageId: 'company:office' });
    await effects.active();
    const kept = pending<void>();
    let saved: Effect | null = null;
    store.saveEffect = (effect) => {
      saved = effect;
      return kept.promise;
    };
    let chosen = false;
    const choosing = effects.choose({ background: 'blur' }).then(() => (chosen = true));
    await new Promise((done) => setTimeout(done));
    expect([saved, chosen]).to.deep.equal([blur, false]);
    kept.resolve(undefined);
    await choosing;
  });

  it('may be tried again, or left off, after they failed', async () => {
    const { effects, told, now } = world(blur);
    await effects.process(makePicture());
    now().options.news?.({ kind: 'failed', code: 'asset' });
    expect(effects.snapshot).to.include({ state: 'failed', reason: 'asset' });
    effects.retry();
    expect([now().log.at(-1), effects.snapshot.state]).to.deep.equal(['retry', 'veiled']);
    now().options.news?.({ kind: 'failed', code: 'asset' });
    await effects.choose(noEffect);
    expect([now().effect?.background, effects.snapshot.state, told()]).to.deep.equal(['none', 'off', 0]);
  });

  it('say when a device is too slow for all of it (E-28)', async () => {
    const { effects, now } = world(blur);
    await effects.process(makePicture());
    const hear = (level: number, overloaded: boolean) => now().options.news?.({ kind: 'level', level, overloaded });
    hear(2, false);
    expect(effects.snapshot).to.include({ state: 'reduced', reason: null });
    hear(5, true);
    expect(effects.snapshot).to.include({ state: 'reduced', reason: 'too-slow' });
    hear(0, false);
    expect(effects.snapshot).to.include({ state: 'on', reason: null });
    now().options.news?.({ kind: 'failed', code: 'too-slow' });
    expect(effects.snapshot).to.include({ state: 'failed', reason: 'too-slow' });
    effects.retry();
    expect([now().log.at(-1), effects.snapshot.state]).to.deep.equal(['retry', 'veiled']);
  });

  it('give their worker back when they are put away, and start another one with the next camera', async () => {
    const { effects, made, now } = world(blur);
    await effects.process(makePicture());
    effects.pause();
    effects.putAway();
    expect([now().log.at(-1), effects.snapshot.state]).to.deep.equal(['destroy', 'off']);
    await effects.process(makePicture());
    expect([made.length, now().log, effects.snapshot.state]).to.deep.equal([2, ['blur', 'init'], 'veiled']);
  });

  it('start no worker for a camera that was put away while the choice was read', async () => {
    const { effects, store, now } = world();
    const kept = pending<unknown>();
    store.loadEffect = () => kept.promise;
    const processing = effects.process(makePicture()).then(
      () => 'a track',
      ({ message }: Error) => message,
    );
    effects.pause();
    effects.putAway();
    kept.resolve(blur);
    expect(await processing).to.equal('put away');
    expect(now().log).to.deep.equal(['pause', 'destroy']);
  });

  it('do not call it a failure that they were put away in the middle of a start', async () => {
    const { effects, made } = world(blur);
    const start = pending<void>();
    const processing = effects.process(makePicture()).catch(({ message }: Error) => message);
    await waitUntil(() => made.length > 0);
    made[0]!.init = () => start.promise;
    await waitUntil(() => made[0]!.log.includes('blur'));
    effects.pause();
    effects.putAway();
    const track = await effects.process(makePicture());
    start.reject(new EffectsError('no-worker', 'put away'));
    expect(await processing).to.contain('put away');
    expect([effects.snapshot.state, made.length, made[1]!.processedTrack]).to.deep.equal(['veiled', 2, track]);
    expect(made[1]!.log, 'the other one goes on').not.to.include('destroy');
  });

  it('are tried again when another one is chosen after they failed', async () => {
    const { effects, now } = world(blur);
    await effects.process(makePicture());
    now().options.news?.({ kind: 'failed', code: 'asset' });
    await effects.choose({ strength: 3 });
    expect([now().log.at(-1), effects.snapshot.state]).to.deep.equal(['retry', 'veiled']);
  });

  it('are off whatever is heard of one that was chosen before', async () => {
    const { effects, now } = world(blur);
    await effects.process(makePicture());
    await effects.choose(noEffect);
    for (const news of [
      { kind: 'failed', code: 'model' },
      { kind: 'level', level: 1, overloaded: false },
    ] as const)
      now().options.news?.(news);
    expect(effects.snapshot).to.include({ state: 'off', reason: null });
  });

  it('are reduced where only their picture is missing, and stay so when there is a mask', async () => {
    const { effects, now } = world({ ...noEffect, background: 'image', imageId: 'company:office' });
    await effects.process(makePicture());
    now().options.news?.({ kind: 'failed', code: 'image' });
    now().options.news?.({ kind: 'sharp' });
    expect(effects.snapshot).to.include({ state: 'reduced', reason: 'image' });
  });

  it('tell nobody who has left', async () => {
    const { effects, leave, told } = world();
    leave();
    await effects.choose(blur);
    expect(told()).to.equal(0);
  });

  it('ask for the camera to be taken again when its track was replaced', async () => {
    const { effects, now, told } = world(blur);
    const camera = makePicture();
    const first = await effects.process(camera);
    first.stop();
    now().options.replaced?.(makePicture());
    expect(told()).to.equal(1);
    expect(await effects.process(camera)).not.to.equal(first);
  });
});

describe('the pictures of a camera’s effects', () => {
  const { fetch: send } = globalThis;
  afterEach(() => (globalThis.fetch = send));

  it('are the company’s and the person’s own', async () => {
    const { effects, store } = world();
    const id = await effects.addImage(new File([await picture(80, 60)], 'my beach.png'));
    expect(effects.snapshot.images.map(({ name, own }) => [name, own])).to.deep.equal([
      ['Office', false],
      ['my beach', true],
    ]);
    expect(store.kept.get(id)?.blob.type).to.equal('image/jpeg');
  });

  it('are the company’s alone where the store cannot say which there are', async () => {
    const { effects, store } = world();
    store.images = () => Promise.reject(new Error());
    await effects.loadImages();
    expect(effects.snapshot.images.map(({ name }) => name)).to.deep.equal(['Office']);
  });

  it('stand behind the person once one is chosen, and blurred until they are there', async () => {
    const { effects, now } = world();
    const id = await effects.addImage(new File([await picture(80, 60)], 'a.png'));
    await effects.choose({ background: 'image', imageId: id });
    await effects.process(makePicture());
    expect(now().image?.type).to.equal('image/jpeg');
  });

  it('leave the background blurred when one is gone or cannot be had', async () => {
    const { effects, now } = world({ ...noEffect, background: 'image', imageId: 'company:office' });
    await effects.process(makePicture());
    await waitUntil(() => effects.snapshot.reason === 'image');
    expect([now().image, effects.snapshot.state]).to.deep.equal([null, 'reduced']);
  });

  it('say no more that one is missing once something else is chosen, and look for it again when they are told to', async () => {
    const { effects, now } = world({ ...noEffect, background: 'image', imageId: 'company:office' });
    const missing = () => waitUntil(() => effects.snapshot.reason === 'image');
    await effects.process(makePicture());
    now().options.news?.({ kind: 'sharp' });
    await missing();
    const found = await picture(8, 8);
    globalThis.fetch = () => Promise.resolve(new Response(found));
    effects.retry();
    expect(effects.snapshot).to.include({ state: 'on', reason: null });
    await waitUntil(() => now().image !== null);
    now().options.news?.({ kind: 'failed', code: 'image' });
    await missing();
    await effects.choose({ background: 'blur' });
    expect(effects.snapshot).to.include({ state: 'on', reason: null });
    now().options.news?.({ kind: 'failed', code: 'image' });
    expect(effects.snapshot, 'heard of the one before').to.include({ state: 'on', reason: null });
  });

  it('are fetched anew when they are tried again, as what was had could not be shown', async () => {
    const { effects, now } = world({ ...noEffect, background: 'image', imageId: 'company:office' });
    let asked = 0;
    globalThis.fetch = () => Promise.resolve(new Response(`${++asked}`));
    const shown = (text: string) => waitUntil(async () => (await now().image?.text()) === text);
    await effects.process(makePicture());
    await shown('1');
    now().options.news?.({ kind: 'failed', code: 'image' });
    effects.retry();
    await shown('2');
  });

  it('say rather that nothing works than that one is missing', async () => {
    const { effects, now } = world({ ...noEffect, background: 'image', imageId: 'company:office' });
    await effects.process(makePicture());
    now().options.news?.({ kind: 'failed', code: 'model' });
    now().options.news?.({ kind: 'failed', code: 'image' });
    expect(effects.snapshot).to.include({ state: 'failed', reason: 'model' });
  });

  it('of the company are offered at once, and own ones stay where they cannot be read again', async () => {
    const { effects, store } = world();
    expect(effects.snapshot.images.map(({ id }) => id)).to.deep.equal(['company:office']);
    await effects.addImage(new File([await picture(8, 8)], 'a.png'));
    const before = effects.snapshot.images;
    store.images = () => Promise.reject(new TypeError('offline'));
    await effects.loadImages();
    expect(effects.snapshot.images).to.deep.equal(before);
  });

  it('are those of the newest answer, whichever was asked for first', async () => {
    const { effects, store } = world();
    const asked = [pending<readonly StoredImage[]>(), pending<readonly StoredImage[]>()];
    let next = 0;
    store.images = () => asked[next++]!.promise;
    const both = [effects.loadImages(), effects.loadImages()];
    asked[1]!.resolve([{ id: 'new', name: '', blob: new Blob(['x']) }]);
    await both[1];
    asked[0]!.resolve([]);
    await both[0];
    expect(effects.snapshot.images.at(-1)?.id).to.equal('new');
  });

  it('leave out what a host’s store gives that is no picture', async () => {
    const { effects, store } = world();
    const kept = { id: 'a', name: 'A', blob: new Blob(['x']) };
    store.images = () => Promise.resolve([null, { id: 'b', name: 'B' }, kept] as StoredImage[]);
    await effects.loadImages();
    expect(effects.snapshot.images.map(({ id }) => id)).to.deep.equal(['company:office', 'a']);
  });

  it('are removed though the choice in their place cannot be kept just now', async () => {
    const { effects, store } = world();
    const id = await effects.addImage(new File([await picture(80, 60)], 'a.png'));
    await effects.choose({ background: 'image', imageId: id });
    store.saveEffect = () => new Promise(() => undefined);
    await effects.removeImage(id);
    expect([effects.snapshot.effect.background, store.kept.size]).to.deep.equal(['blur', 0]);
  });

  it('stay, to be seen as well, where they cannot be removed', async () => {
    const { effects, store } = world();
    await effects.addImage(new File([await picture(80, 60)], 'a.png'));
    const { id, url } = effects.snapshot.images.at(-1)!;
    store.removeImage = () => Promise.reject(new Error('offline'));
    store.images = () => Promise.reject(new Error('offline'));
    await effects.removeImage(id);
    expect(effects.snapshot.images.at(-1)?.id).to.equal(id);
    expect((await fetch(url)).status).to.equal(200);
  });

  it('leave blur behind when the one in use is removed, never the room', async () => {
    const { effects, store, now } = world();
    const id = await effects.addImage(new File([await picture(80, 60)], 'a.png'));
    await effects.choose({ background: 'image', imageId: id });
    await effects.process(makePicture());
    await effects.removeImage(id);
    expect([now().effect?.background, store.kept.size]).to.deep.equal(['blur', 0]);
    expect(effects.snapshot.images.map(({ own }) => own)).to.deep.equal([false]);
  });

  it('of the company stand behind the person, too, and are fetched once', async () => {
    const url = URL.createObjectURL(await picture(8, 8));
    const { effects, now } = world({ ...noEffect, background: 'image', imageId: 'company:office' }, { url });
    const shown = pending<void>();
    await effects.active();
    await effects.process(makePicture());
    const { setEffect } = now();
    now().setEffect = (effect, image) => {
      setEffect.call(now(), effect, image);
      shown.resolve(undefined);
    };
    await shown.promise;
    expect(now().image?.type).to.equal('image/png');
    URL.revokeObjectURL(url);
    await effects.choose({ faceTrace: true });
    expect(now().image?.type, 'at once').to.equal('image/png');
  });

  it('do not come back when they were loaded too late: something else was chosen meanwhile', async () => {
    const { effects, store, now } = world({ ...noEffect, background: 'image', imageId: 'a' });
    const listed = pending<readonly StoredImage[]>();
    store.images = () => listed.promise;
    await effects.process(makePicture());
    await effects.choose({ background: 'blur' });
    listed.resolve([{ id: 'a', name: '', blob: await picture(8, 8) }]);
    await new Promise((done) => setTimeout(done));
    expect([now().effect?.background, now().image]).to.deep.equal(['blur', null]);
  });

  it('keep their address for as long as they are there', async () => {
    const { effects } = world();
    await effects.addImage(new File([await picture(8, 8)], 'a.png'));
    const { url } = effects.snapshot.images.at(-1)!;
    await effects.loadImages();
    expect(effects.snapshot.images.at(-1)!.url).to.equal(url);
  });

  it('may be removed and added again under the same id, as a server does that knows their bytes', async () => {
    const { effects, store, now } = world();
    const add = store.addImage.bind(store);
    store.addImage = (image) => add({ ...image, id: 'same' });
    const file = new File([await picture(8, 8)], 'a.png');
    await effects.addImage(file);
    const before = effects.snapshot.images.at(-1)!.url;
    await effects.removeImage('same');
    const gone = await fetch(before).catch((error: unknown) => error);
    expect(gone).to.be.instanceOf(TypeError);
    await effects.choose({ background: 'image', imageId: 'same' });
    const told = new Promise<void>((done) => {
      effects.subscribe(() => effects.snapshot.reason === 'image' && done());
    });
    await effects.process(makePicture());
    await told;
    expect(now().image, 'nothing of it is left').to.equal(null);
    await effects.addImage(file);
    expect((await fetch(effects.snapshot.images.at(-1)!.url)).ok).to.equal(true);
  });

  it('leave the choice alone when another one is removed, and stay where that fails', async () => {
    const { effects, store } = world();
    const file = new File([await picture(8, 8)], 'a.png');
    const [used, other] = [await effects.addImage(file), await effects.addImage(file)];
    await effects.choose({ background: 'image', imageId: used });
    await effects.removeImage(other);
    expect([effects.snapshot.effect.imageId, store.kept.size]).to.deep.equal([used, 1]);
    store.removeImage = () => Promise.reject(new Error());
    await effects.removeImage(used);
    expect([effects.snapshot.effect.background, effects.snapshot.images.length]).to.deep.equal(['blur', 2]);
  });

  it('have the id that the store gives them, and are asked for one by one where it can', async () => {
    const { effects, store } = world();
    const add = store.addImage.bind(store);
    store.addImage = (image) => add({ ...image, id: 'of-the-store' });
    const id = await effects.addImage(new File([await picture(80, 60)], 'a.png'));
    expect([id, effects.snapshot.images.at(-1)?.id]).to.deep.equal(['of-the-store', 'of-the-store']);

    const asked: string[] = [];
    const other = world({ ...noEffect, background: 'image', imageId: id });
    const shown = pending<void>();
    other.store.images = () => Promise.reject(new Error('all of them'));
    Object.assign(other.store, {
      image: async (wanted: string) => {
        asked.push(wanted);
        return store.kept.get(wanted)?.blob ?? null;
      },
    });
    await other.effects.process(makePicture());
    const { setEffect } = other.now();
    other.now().setEffect = (effect, image) => {
      setEffect.call(other.now(), effect, image);
      shown.resolve(undefined);
    };
    await shown.promise;
    expect([asked, other.now().image?.type]).to.deep.equal([[id], 'image/jpeg']);
  });

  it('are as many as the server keeps, too', async () => {
    const { effects, store } = world();
    store.addImage = () => Promise.reject(Object.assign(new Error(), { code: 'too_many_backgrounds' }));
    const refused = effects.addImage(new File([await picture(8, 8)], 'a.png'));
    expect(await refused.catch(({ code }: { code: string }) => code)).to.equal('too-many-images');
  });

  it('are forty at most (upload-019)', async () => {
    const { effects, store } = world();
    const blob = await picture(8, 8);
    for (let i = 1; i < backgroundLimits.images; i++) store.kept.set(`${i}`, { id: `${i}`, name: '', blob });
    await effects.loadImages();
    await effects.addImage(new File([blob], 'a.png'));
    const refused = await effects.addImage(new File([blob], 'a.png')).catch(({ code }: { code: string }) => code);
    expect([refused, store.kept.size]).to.deep.equal(['too-many-images', backgroundLimits.images]);
  });

  it('are refused when they cannot be kept', async () => {
    const { effects, store } = world();
    store.full = true;
    const refused = effects.addImage(new File([await picture(8, 8)], 'a.png'));
    expect(await refused.catch(({ code }: { code: string }) => code)).to.equal('image-not-kept');
  });
});
