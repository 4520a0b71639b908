import { backgroundLimits } from '@carillon/contract';
import { expect, waitUntil } from '@open-wc/testing';
import { codeOf } from '../media/testing/code-of.js';
import { makePicture } from '../media/testing/make-tracks.js';
import type { StoredImage } from './background-store.js';
import { noEffect } from './effect.js';
import { picture } from './testing/bad-images.js';
import { effectsWorld as world } from './testing/effects-world.js';
import { pending } from './testing/pending.js';

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
    expect(await codeOf(effects.removeImage(id))).to.equal('image-not-removed');
    expect(effects.snapshot.images.at(-1)?.id).to.equal(id);
    expect((await fetch(url)).status).to.equal(200);
  });

  it('are gone, though nobody could remove them, where another page has done so', async () => {
    const { effects, store } = world();
    const id = await effects.addImage(new File([await picture(80, 60)], 'a.png'));
    store.kept.clear();
    store.removeImage = () => Promise.reject(new Error('not found'));
    await effects.removeImage(id);
    expect(effects.snapshot.images.map(({ own }) => own)).to.deep.equal([false]);
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
    expect(await codeOf(effects.removeImage(used))).to.equal('image-not-removed');
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
    expect(await codeOf(refused)).to.equal('too-many-images');
  });

  it('are forty at most (upload-019)', async () => {
    const { effects, store } = world();
    const blob = await picture(8, 8);
    for (let i = 1; i < backgroundLimits.images; i++) store.kept.set(`${i}`, { id: `${i}`, name: '', blob });
    await effects.loadImages();
    await effects.addImage(new File([blob], 'a.png'));
    const refused = await codeOf(effects.addImage(new File([blob], 'a.png')));
    expect([refused, store.kept.size]).to.deep.equal(['too-many-images', backgroundLimits.images]);
  });

  it('are refused when they cannot be kept', async () => {
    const { effects, store } = world();
    store.full = true;
    const refused = effects.addImage(new File([await picture(8, 8)], 'a.png'));
    expect(await codeOf(refused)).to.equal('image-not-kept');
  });
});
