import { expect, waitUntil } from '@open-wc/testing';
import { makePicture } from '../media/testing/make-tracks.js';
import { noEffect, type Effect } from './effect.js';
import { EffectsError } from './effects-error.js';
import { picture } from './testing/bad-images.js';
import { effectsWorld as world } from './testing/effects-world.js';
import { pending } from './testing/pending.js';

const blur = { ...noEffect, background: 'blur' } as const;

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
