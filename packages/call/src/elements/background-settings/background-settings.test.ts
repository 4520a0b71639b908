import { expect, html, waitUntil } from '@open-wc/testing';
import { ImageError } from '../../effects/images/image-error.js';
import { pending } from '../../effects/testing/pending.js';
import { makePicture } from '../../media/testing/make-tracks.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { FakeCameraSource } from '../testing/fake-camera-source.js';
import { FakeEffects } from '../testing/fake-effects.js';
import { nextEvent } from '../testing/next-event.js';
import { CcBackgroundSettings } from './background-settings.js';
import { someImages } from './background-settings.states.js';

async function setup(effects = new FakeEffects({ images: someImages }), media = new FakeCameraSource()) {
  const all = await callFixture<CcBackgroundSettings>(
    CcBackgroundSettings,
    html`<cc-background-settings .effects=${effects} .media=${media}></cc-background-settings>`,
  );
  const { root, host } = all;
  const choice = (words: string) =>
    [...root.querySelectorAll('label')].find((label) => wordsOf(label) === words) as HTMLLabelElement;
  const checked = () => wordsOf(root.querySelector<HTMLInputElement>('input[type=radio]:checked')!.parentElement!);
  const press = async (words: string) => {
    const told = nextEvent(host, 'cc-background-changed');
    choice(words).click();
    const event = await told;
    await host.updateComplete;
    return event.effect;
  };
  /** Chooses a file, as a person does in the browser's dialog. */
  const addFile = async (file: File) => {
    const input = root.querySelector<HTMLInputElement>('#file')!;
    const list = new DataTransfer();
    list.items.add(file);
    input.files = list.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => input.value === '');
    await host.updateComplete;
  };
  const button = (words: string) =>
    [...root.querySelectorAll('button')].find((one) => wordsOf(one) === words || one.ariaLabel === words)!;
  return { ...all, effects, media, choice, checked, press, addFile, button };
}

describe('cc-background-settings', () => {
  it('offers none, blur, the company’s and own pictures, and adding one; none is the default (BGD-1)', async () => {
    const { root, checked, effects } = await setup();
    const words = [...root.querySelectorAll('.choice')].map(wordsOf);
    expect(words).to.deep.equal([
      'None',
      'Blur',
      'Reception',
      'A very long name of a picture from a holiday',
      'Picture 3',
      'Add picture',
    ]);
    expect(checked()).to.equal('None');
    expect(effects.asked).to.deep.equal(['load', 'images']);
  });

  it('puts a choice to use at once and reports it (BGD-2)', async () => {
    const { press, effects, checked } = await setup();
    expect((await press('Blur')).background).to.equal('blur');
    expect([effects.asked.at(-1), checked()]).to.deep.equal(['choose {"background":"blur"}', 'Blur']);
    expect((await press('Reception')).imageId).to.equal('company:a');
    expect(checked()).to.equal('Reception');
    await press('None');
    expect(checked()).to.equal('None');
  });

  it('asks for a strength only with blur, and says it in words', async () => {
    const { root, press, host, effects } = await setup();
    const range = () => root.querySelector<HTMLInputElement>('#strength');
    expect(range()).to.equal(null);
    await press('Blur');
    expect(range()?.getAttribute('aria-valuetext')).to.equal('Medium');
    range()!.value = '3';
    const told = nextEvent(host, 'cc-background-changed');
    range()!.dispatchEvent(new Event('change', { bubbles: true }));
    await told;
    await host.updateComplete;
    expect([effects.snapshot.effect.strength, range()?.getAttribute('aria-valuetext')]).to.deep.equal([3, 'Strong']);
  });

  it('combines face trace with any background', async () => {
    const { root, press, host, effects } = await setup();
    await press('Blur');
    const told = nextEvent(host, 'cc-background-changed');
    root.querySelector<HTMLInputElement>('#face-trace')!.click();
    await told;
    expect(effects.snapshot.effect).to.include({ background: 'blur', faceTrace: true });
    expect(root.querySelector('#face-trace')?.getAttribute('aria-describedby')).to.equal('face-trace-hint');
  });

  it('adds a picture and chooses it', async () => {
    const { addFile, effects, checked } = await setup();
    await addFile(new File(['x'], 'beach.png', { type: 'image/png' }));
    expect(effects.asked.slice(-2)).to.deep.equal(['add beach.png', 'choose {"background":"image","imageId":"new"}']);
    expect(checked()).to.equal('beach.png');
  });

  it('says why a picture is not taken, until something else is done', async () => {
    const { addFile, effects, root, press } = await setup();
    effects.refusal = new ImageError('image-dimensions');
    await addFile(new File(['x'], 'bomb.png'));
    expect(wordsOf(root.querySelector('[role=alert]')!)).to.contain('too many pixels');
    await press('Blur');
    expect(root.querySelector('[role=alert]')).to.equal(null);
  });

  it('leaves the focus where it is while a picture is added, and takes it to the one that was, but not from elsewhere', async () => {
    const { addFile, effects, root, host, announced } = await setup();
    const input = root.querySelector<HTMLInputElement>('#file')!;
    const added = pending<string>();
    const add = effects.addImage.bind(effects);
    effects.addImage = async (file) => {
      await added.promise;
      return add(file);
    };
    input.focus();
    const adding = addFile(new File(['x'], 'beach.png'));
    await waitUntil(() => input.ariaDisabled === 'true');
    expect([root.activeElement?.id, ...announced()]).to.deep.equal(['file', 'Adding…']);
    expect(input.dispatchEvent(new MouseEvent('click', { cancelable: true })), 'one after the other').to.equal(false);
    // Dropped onto it.
    input.dispatchEvent(new Event('change'));
    added.resolve('');
    await adding;
    await waitUntil(() => root.activeElement !== input);
    expect(effects.asked.filter((one) => one.startsWith('add'))).to.deep.equal(['add beach.png']);
    expect(wordsOf(root.activeElement!.parentElement!)).to.equal('beach.png');
    root.querySelector<HTMLElement>('#face-trace')!.focus();
    await addFile(new File(['x'], 'hall.png'));
    await host.updateComplete;
    expect(root.activeElement?.id).to.equal('face-trace');
  });

  it('leaves what was chosen while a picture was on its way', async () => {
    const { addFile, effects, press, checked } = await setup();
    const added = pending<string>();
    const add = effects.addImage.bind(effects);
    effects.addImage = (file) => added.promise.then(() => add(file));
    const adding = addFile(new File(['x'], 'beach.png'));
    await press('Blur');
    added.resolve('');
    await adding;
    expect(checked()).to.equal('Blur');
  });

  it('says what was chosen before it is kept, which may take as long as a network does (BGD-2)', async () => {
    const { effects, press } = await setup();
    const choose = effects.choose.bind(effects);
    effects.choose = (change) => choose(change).then(() => new Promise(() => undefined));
    expect((await press('Blur')).background).to.equal('blur');
  });

  it('asks for pictures without waiting for what was chosen', async () => {
    const effects = new FakeEffects();
    effects.load = () => new Promise(() => undefined);
    await setup(effects);
    expect(effects.asked).to.deep.equal(['images']);
  });

  it('says that a picture could not be removed, and not that it is gone', async () => {
    const { button, effects, root, announced } = await setup();
    effects.removeImage = () => Promise.reject(new ImageError('image-not-removed'));
    button('Remove Picture 3').click();
    await waitUntil(() => root.querySelector('[role=alert]'));
    expect(wordsOf(root.querySelector('[role=alert]')!)).to.contain('could not be removed');
    expect(announced()).to.deep.equal([]);
  });

  it('removes one picture for a double click, and takes the focus from nowhere else', async () => {
    const { button, effects, root, announced } = await setup();
    const removed = pending<string>();
    const remove = effects.removeImage.bind(effects);
    effects.removeImage = (id) => removed.promise.then(() => remove(id));
    const press = (detail: number) =>
      button('Remove Picture 3').dispatchEvent(new MouseEvent('click', { detail, bubbles: true }));
    press(1);
    press(2);
    root.querySelector<HTMLElement>('#face-trace')!.focus();
    removed.resolve('');
    await waitUntil(() => announced().includes('Picture 3 removed'));
    await new Promise((done) => setTimeout(done));
    expect(effects.asked.filter((one) => one.startsWith('remove'))).to.deep.equal(['remove c']);
    expect(root.activeElement?.id).to.equal('face-trace');
  });

  it('says no more that there are too many once one is removed', async () => {
    const { addFile, button, effects, root, announced } = await setup();
    effects.refusal = new ImageError('too-many-images');
    await addFile(new File(['x'], 'a.png'));
    expect(wordsOf(root.querySelector('[role=alert]')!)).to.contain('40 pictures');
    button('Remove Picture 3').click();
    await waitUntil(() => announced().includes('Picture 3 removed'));
    expect(root.querySelector('[role=alert]') === null).to.equal(true);
  });

  it('removes own pictures only, says so, and keeps the focus', async () => {
    const { button, effects, root, announced, host } = await setup();
    expect(root.querySelectorAll('.remove').length).to.equal(2);
    button('Remove Picture 3').click();
    await waitUntil(() => announced().includes('Picture 3 removed'));
    await host.updateComplete;
    expect(effects.asked.at(-1)).to.equal('remove c');
    await waitUntil(() => root.activeElement?.id === 'file');
  });

  it('shows the own picture as others will see it, and opens the camera only when asked', async () => {
    const { media, button, root, host } = await setup();
    expect(media.asked).to.deep.equal([]);
    media.camera = makePicture();
    button('Show my picture').click();
    await waitUntil(() => root.querySelector('video'));
    const stream = root.querySelector('video')?.srcObject as MediaStream;
    expect(stream.getVideoTracks()).to.deep.equal([media.camera]);
    button('Hide my picture').click();
    await host.updateComplete;
    expect(media.asked).to.deep.equal(['open camera', 'close camera']);
  });

  it('closes a camera it has opened when it leaves the page, and no other', async () => {
    const { media, button, host } = await setup();
    media.camera = makePicture();
    button('Show my picture').click();
    await waitUntil(() => media.snapshot.camera.track);
    await host.updateComplete;
    host.remove();
    expect(media.asked.at(-1)).to.equal('close camera');
    expect(media.listeners).to.equal(0);
    const live = new FakeCameraSource();
    live.set({ camera: { state: 'on', error: null, track: makePicture() } });
    const other = await setup(new FakeEffects(), live);
    other.host.remove();
    expect(live.asked).to.deep.equal([]);
  });

  it('closes the camera it has opened and not that of a call which has begun or sends it by now', async () => {
    const { media, button, host, call, root } = await setup();
    media.camera = makePicture();
    button('Show my picture').click();
    await waitUntil(() => media.snapshot.camera.track);
    const ofCall = new FakeCameraSource();
    ofCall.camera = makePicture();
    Object.assign(call.session, { media: ofCall });
    host.media = null;
    await host.updateComplete;
    expect(media.asked.at(-1), 'the light goes off').to.equal('close camera');

    call.set({ local: { camera: 'none' } });
    await host.updateComplete;
    button('Show my picture').click();
    await waitUntil(() => ofCall.snapshot.camera.track);
    call.set({ local: { camera: 'on' } });
    await host.updateComplete;
    expect(root.querySelector('.hide') === null).to.equal(true);
    host.remove();
    expect(ofCall.asked).to.deep.equal(['open camera']);
  });

  it('leaves a camera alone that was turned off and on again elsewhere', async () => {
    const { media, button, host, root } = await setup();
    media.camera = makePicture();
    button('Show my picture').click();
    await waitUntil(() => media.snapshot.camera.track);
    media.closeCamera();
    await host.updateComplete;
    await media.openCamera();
    await host.updateComplete;
    expect(root.querySelector('.hide') === null).to.equal(true);
    host.remove();
    expect(media.asked.at(-1)).to.equal('open camera');
  });

  it('closes a camera too that came with a second try of its effect', async () => {
    const { media, button, host } = await setup();
    media.error = 'effect-unavailable';
    button('Show my picture').click();
    await waitUntil(() => media.snapshot.camera.state === 'failed');
    await host.updateComplete;
    media.camera = makePicture();
    await media.openCamera();
    await host.updateComplete;
    host.remove();
    expect(media.asked.at(-1)).to.equal('close camera');
  });

  it('says so when the camera cannot be opened', async () => {
    const { button, root } = await setup();
    button('Show my picture').click();
    await waitUntil(() => wordsOf(root.querySelector('.off')!).includes('could not be opened'));
  });

  it('says that the picture is blurred while an effect is prepared', async () => {
    const { effects, root, host } = await setup();
    effects.set({ state: 'veiled' });
    await host.updateComplete;
    expect(wordsOf(root.querySelector('[role=status]')!)).to.contain('whole picture is blurred');
  });

  it('leaves the preview out where it is not wanted', async () => {
    const { host, root } = await setup();
    host.noPreview = true;
    await host.updateComplete;
    expect(root.querySelector('.preview')).to.equal(null);
  });

  it('gives effects to a camera that has none', async () => {
    const media = new FakeCameraSource();
    const { host } = await callFixture<CcBackgroundSettings>(
      CcBackgroundSettings,
      html`<cc-background-settings .media=${media}></cc-background-settings>`,
    );
    expect(media.processor).not.to.equal(null);
    const first = media.processor;
    host.requestUpdate();
    await host.updateComplete;
    expect(media.processor).to.equal(first);
  });
});
