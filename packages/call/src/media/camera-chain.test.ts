import { expect } from '@open-wc/testing';
import { LocalMedia } from './local-media.js';
import type { CameraProcessor, CameraProcessorSource } from './camera-processor.js';
import { codeOf } from './testing/code-of.js';
import { FakeMediaDevices, memoryStorage } from './testing/fake-media-devices.js';
import { flush } from './testing/flush.js';
import { makePicture } from './testing/make-tracks.js';

/** A processor that writes down what it is given. */
class FakeProcessor implements CameraProcessor {
  wanted = true;
  fails = false;
  track = makePicture();
  readonly cameras: MediaStreamTrack[] = [];
  readonly log: string[] = [];
  #listener: (() => void) | null = null;

  async active() {
    return this.wanted;
  }
  async process(camera: MediaStreamTrack) {
    this.log.push('process');
    this.cameras.push(camera);
    if (this.fails) throw new Error('no');
    return this.track;
  }
  pause() {
    this.log.push('pause');
  }
  putAway() {
    this.log.push('put away');
  }
  subscribeCamera(listener: () => void) {
    this.#listener = listener;
    return () => void (this.#listener = null);
  }
  tell() {
    this.#listener?.();
  }
  get followed() {
    return this.#listener !== null;
  }
}

function world(processor = new FakeProcessor(), source: CameraProcessorSource = () => Promise.resolve(processor)) {
  const devices = new FakeMediaDevices();
  const media = new LocalMedia({
    devices: devices as unknown as MediaDevices,
    storage: memoryStorage(),
    processor: source,
  });
  const shown: (MediaStreamTrack | null)[] = [];
  media.subscribe(() => {
    const { track } = media.snapshot.camera;
    if (track !== (shown.at(-1) ?? null)) shown.push(track);
  });
  return { devices, media, processor, shown };
}

describe('a camera with a processor (BGD-3)', () => {
  it('is never shown but as the processor has made it', async () => {
    const { media, processor, shown } = world();
    expect(await media.openCamera()).to.equal(processor.track);
    expect(shown).to.deep.equal([processor.track]);
    expect(processor.cameras[0]).not.to.equal(processor.track);
  });

  it('is shown as it is while nothing is wanted, and goes through once something is', async () => {
    const { media, processor, shown } = world();
    processor.wanted = false;
    const raw = await media.openCamera();
    expect(processor.log).to.deep.equal([]);
    processor.wanted = true;
    processor.tell();
    expect(await media.openCamera()).to.equal(processor.track);
    expect(shown).to.deep.equal([raw, processor.track]);
    expect(raw.readyState, 'the camera itself goes on').to.equal('live');
  });

  it('stays in the processor when nothing is wanted any more: effects switch inside', async () => {
    const { media, processor } = world();
    await media.openCamera();
    processor.wanted = false;
    processor.tell();
    await flush();
    expect(media.snapshot.camera.track).to.equal(processor.track);
  });

  it('shows nothing and is put away when the processor cannot work', async () => {
    const { media, processor, shown } = world();
    processor.fails = true;
    expect(await codeOf(media.openCamera())).to.equal('effect-unavailable');
    expect(media.snapshot.camera).to.eql({ state: 'failed', error: 'effect-unavailable', track: null });
    expect(shown).to.deep.equal([]);
    expect(processor.cameras[0]?.readyState, 'the light goes off').to.equal('ended');
  });

  it('goes dark when an effect is chosen that cannot start', async () => {
    const { media, processor } = world();
    processor.wanted = false;
    const raw = await media.openCamera();
    Object.assign(processor, { wanted: true, fails: true });
    processor.tell();
    await codeOf(media.openCamera());
    expect([media.snapshot.camera.error, raw.readyState]).to.deep.equal(['effect-unavailable', 'ended']);
  });

  it('opens without an effect once the person has decided so', async () => {
    const { media, processor } = world();
    processor.fails = true;
    await codeOf(media.openCamera());
    processor.wanted = false;
    expect((await media.openCamera()).readyState).to.equal('live');
    expect(media.snapshot.camera.state).to.equal('on');
  });

  it('gives the camera back when it is closed, and the processor a rest', async () => {
    const { media, processor } = world();
    await media.openCamera();
    media.closeCamera();
    expect(processor.cameras[0]?.readyState).to.equal('ended');
    expect(processor.log).to.deep.equal(['process', 'pause']);
    expect(processor.track.readyState, 'the track is kept for the next time').to.equal('live');
    expect(await media.openCamera()).to.equal(processor.track);
  });

  it('does not begin with a camera that is off again by then: a worker would be left behind', async () => {
    const { media, processor } = world();
    let answer: (wanted: boolean) => void = () => undefined;
    processor.active = () => new Promise((resolve) => (answer = resolve));
    const opening = codeOf(media.openCamera());
    await flush();
    media.release();
    answer(true);
    expect(await opening).to.equal('device-not-found');
    expect(processor.log).to.deep.equal(['put away']);
  });

  for (const end of ['release', 'dispose'] as const)
    it(`lets the processor give back what it holds at the end (${end}): each call would leave a worker behind`, async () => {
      const { media, processor } = world();
      await media.openCamera();
      media[end]();
      expect(processor.log).to.deep.equal(['process', 'pause', 'put away']);
    });

  it('goes on with the same track when another camera is chosen', async () => {
    const { media, processor, shown } = world();
    await media.openCamera();
    await media.choose('camera', 'other');
    expect(processor.cameras.length).to.equal(2);
    expect(processor.cameras.map(({ readyState }) => readyState)).to.deep.equal(['ended', 'live']);
    expect(shown).to.deep.equal([processor.track]);
  });

  it('shows the new track when the processor had to replace it', async () => {
    const { media, processor } = world();
    await media.openCamera();
    processor.track = makePicture();
    processor.tell();
    expect(await media.openCamera()).to.equal(processor.track);
  });

  it('goes through it too when it was opened elsewhere', async () => {
    const { media, processor, shown } = world();
    media.adopt(new MediaStream([makePicture()]));
    await media.openCamera();
    expect(shown).to.deep.equal([processor.track]);
  });

  it('takes a processor that comes later, and lets it go at the end', async () => {
    const late = new FakeProcessor();
    const { media } = world(late, () => null);
    await media.openCamera();
    media.useProcessor(late);
    expect(await media.openCamera()).to.equal(late.track);
    expect(media.processor).to.equal(late);
    media.dispose();
    expect(late.followed).to.equal(false);
  });
});
