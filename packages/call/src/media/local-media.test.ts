import { expect } from '@open-wc/testing';
import { LocalMedia } from './local-media.js';
import { codeOf } from './testing/code-of.js';
import { deniedStorage, FakeMediaDevices, memoryStorage } from './testing/fake-media-devices.js';
import { flush } from './testing/flush.js';
import { makePicture, makeSound } from './testing/make-tracks.js';

function world(storage: ReturnType<typeof memoryStorage> | typeof deniedStorage = memoryStorage()) {
  const devices = new FakeMediaDevices();
  const media = new LocalMedia({ devices: devices as unknown as MediaDevices, storage });
  return { devices, media, storage };
}

describe('own devices', () => {
  it('are off until they are opened', () => {
    const { media, devices } = world();
    expect(media.snapshot.microphone).to.eql({ state: 'off', error: null, track: null });
    expect(devices.asked).to.eql([]);
  });

  it('start, and are on with a live track', async () => {
    const { media } = world();
    const states: string[] = [];
    media.subscribe(() => states.push(media.snapshot.microphone.state));
    const track = await media.openMicrophone();
    expect(states.slice(0, 2)).to.eql(['starting', 'on']);
    expect(media.snapshot.microphone.track).to.equal(track);
    expect(track.readyState).to.equal('live');
  });

  it('are opened once, however often and from wherever they are asked for', async () => {
    const { media, devices } = world();
    const [first, second] = await Promise.all([media.openCamera(), media.openCamera()]);
    expect(await media.openCamera()).to.equal(first);
    expect(second).to.equal(first);
    expect(devices.asked).to.eql(['camera']);
  });

  it('look the way that is wished for, until the person chooses a camera', async () => {
    const asked: unknown[] = [];
    const given = () => Promise.resolve(new MediaStream([makePicture()]));
    const devices = Object.assign(new EventTarget(), {
      getUserMedia: ({ video }: MediaStreamConstraints) => (asked.push(video), given()),
      enumerateDevices: () => Promise.resolve([]),
    });
    const media = new LocalMedia({ devices, storage: null });
    media.face('environment');
    await media.openCamera();
    expect(asked[0]).to.deep.include({ facingMode: { ideal: 'environment' } });
    expect(media.facing).to.equal('environment');
    await media.choose('camera', 'cam-1');
    expect(asked[1]).to.have.property('deviceId');
    expect(asked[1]).not.to.have.property('facingMode');
    expect(media.facing).to.equal(null);
  });

  describe('of a phone', () => {
    /** Cameras at the front and the back, of which one can be open at a time. */
    function phone() {
      const open: MediaStreamTrack[] = [];
      const asked: unknown[] = [];
      const devices = Object.assign(new EventTarget(), {
        getUserMedia({ video }: MediaStreamConstraints) {
          const { facingMode } = video as { facingMode?: { ideal: string } };
          asked.push(facingMode?.ideal ?? 'any');
          if (open.some(({ readyState }) => readyState === 'live'))
            return Promise.reject(new DOMException('', 'NotReadableError'));
          const track = makePicture();
          track.getSettings = () => ({ facingMode: facingMode?.ideal ?? 'user' });
          open.push(track);
          return Promise.resolve(new MediaStream([track]));
        },
        enumerateDevices: () => Promise.resolve([]),
      });
      return { asked, media: new LocalMedia({ devices, storage: memoryStorage() }) };
    }

    it('turn from front to back and to the front again, one camera open at a time (LNK-20)', async () => {
      const { media, asked } = phone();
      expect(media.looks).to.equal(null);
      await media.openCamera();
      expect(media.looks).to.equal('user');
      const states: string[] = [];
      media.subscribe(() => states.push(media.snapshot.camera.state));
      await media.turnCamera();
      expect([media.looks, states.includes('off'), states.includes('failed')]).to.eql(['environment', false, false]);
      const track = await media.turnCamera();
      expect([media.looks, asked]).to.eql(['user', ['any', 'environment', 'user']]);
      expect(media.snapshot.camera.track).to.equal(track);
    });

    it('look the same way when they are opened again', async () => {
      const { media } = phone();
      await media.openCamera();
      await media.turnCamera();
      media.closeCamera();
      await media.openCamera();
      expect([media.looks, media.facing]).to.eql(['environment', 'environment']);
    });

    it('turn also where another camera had been chosen by hand', async () => {
      const { media } = phone();
      await media.choose('camera', 'front-wide');
      await media.openCamera();
      await media.turnCamera();
      expect([media.looks, media.snapshot.chosen.camera]).to.eql(['environment', '']);
    });
  });

  it('are not asked for again by somebody who only hears that they start', async () => {
    const { media, devices } = world();
    media.subscribe(() => {
      if (media.snapshot.microphone.state === 'starting') void media.openMicrophone();
    });
    await media.openMicrophone();
    expect(devices.asked).to.eql(['microphone']);
  });

  for (const [name, code] of [
    ['NotAllowedError', 'permission-denied'],
    ['NotFoundError', 'device-not-found'],
    ['NotReadableError', 'device-in-use'],
  ] as const) {
    it(`fail by cause: ${name} is ${code} (E-25, E-26)`, async () => {
      const { media, devices } = world();
      devices.failures.microphone = new DOMException('', name);
      expect(await codeOf(media.openMicrophone())).to.equal(code);
      expect(media.snapshot.microphone).to.eql({ state: 'failed', error: code, track: null });
    });
  }

  it('can be opened after they failed (E-26)', async () => {
    const { media, devices } = world();
    devices.failures.camera = new DOMException('', 'NotAllowedError');
    await codeOf(media.openCamera());
    devices.failures.camera = null;
    await media.openCamera();
    expect(media.snapshot.camera).to.include({ state: 'on', error: null });
  });

  it('cannot be had without a browser that has them', async () => {
    // Undefined would be the browser's own.
    const media = new LocalMedia({ devices: null as never, storage: null });
    expect(await codeOf(media.openMicrophone())).to.equal('unsupported-browser');
  });

  it('stop when they are closed', async () => {
    const { media } = world();
    const [sound, picture] = [await media.openMicrophone(), await media.openCamera()];
    media.closeCamera();
    expect([picture.readyState, sound.readyState, media.snapshot.camera.state]).to.eql(['ended', 'live', 'off']);
    media.release();
    expect([sound.readyState, media.snapshot.microphone.state]).to.eql(['ended', 'off']);
  });

  it('that come after they were closed are put away', async () => {
    const { media, devices } = world();
    devices.hold = true;
    const opening = codeOf(media.openCamera());
    await flush();
    media.closeCamera();
    devices.release();
    expect(await opening).to.equal('device-not-found');
    expect(media.snapshot.camera).to.include({ state: 'off', track: null });
  });

  it('that are chosen while another one opens win, for everybody who waits', async () => {
    const { media, devices } = world();
    devices.hold = true;
    const first = media.openMicrophone();
    await flush();
    const second = media.choose('microphone', 'headset');
    await flush();
    devices.release();
    devices.release();
    await second;
    expect(await first).to.equal(media.snapshot.microphone.track);
    expect(devices.asked).to.eql(['microphone', 'microphone headset']);
  });
});

describe('the choice of a device (DEV-1)', () => {
  it('replaces an open one at once and is kept', async () => {
    const { media, devices, storage } = world();
    const before = await media.openMicrophone();
    await media.choose('microphone', 'headset');
    expect(before.readyState).to.equal('ended');
    expect(devices.asked).to.eql(['microphone', 'microphone headset']);
    expect(storage.getItem('carillon:devices')).to.contain('"microphone":"headset"');
  });

  it('opens nothing that is off', async () => {
    const { media, devices } = world();
    await media.choose('camera', 'front');
    await media.choose('speaker', 'loud');
    expect(devices.asked).to.eql([]);
    expect(media.snapshot.chosen).to.include({ camera: 'front', speaker: 'loud' });
  });

  it('is there from the last time', async () => {
    const { media, devices } = world(memoryStorage({ 'carillon:devices': '{"camera":"front"}' }));
    await media.openCamera();
    expect(devices.asked).to.eql(['camera front']);
  });

  it('falls back to any when the chosen one is unplugged', async () => {
    const { media, devices } = world(memoryStorage({ 'carillon:devices': '{"camera":"gone"}' }));
    await media.openCamera();
    expect(devices.asked).to.eql(['camera gone', 'camera']);
  });

  it('does not fall back from a refusal', async () => {
    const { media, devices } = world(memoryStorage({ 'carillon:devices': '{"camera":"front"}' }));
    devices.failures.camera = new DOMException('', 'NotAllowedError');
    expect(await codeOf(media.openCamera())).to.equal('permission-denied');
    expect(devices.asked).to.eql(['camera front']);
  });

  it('holds where storage is denied', async () => {
    const { media } = world(deniedStorage);
    await media.choose('ringer', 'loud');
    expect(media.snapshot.chosen.ringer).to.equal('loud');
  });
});

describe('devices that come and go', () => {
  it('are listed by what they are for, without the system’s own names for a default', async () => {
    const { media, devices } = world();
    devices.present.push(
      { kind: 'audioinput', deviceId: 'default', label: 'Default' },
      { kind: 'audioinput', deviceId: 'communications', label: 'Communications' },
      { kind: 'audioinput', deviceId: '', label: '' },
    );
    await media.refreshDevices();
    expect(media.snapshot.devices).to.eql([
      { id: 'headset', kind: 'microphone', label: 'Headset' },
      { id: 'front', kind: 'camera', label: 'Front camera' },
      { id: 'loud', kind: 'speaker', label: 'Loudspeaker' },
    ]);
  });

  it('are listed anew when something is plugged in', async () => {
    const { media, devices } = world();
    devices.change([{ kind: 'audiooutput', deviceId: 'new', label: 'New' }]);
    await flush();
    expect(media.snapshot.devices.map(({ id }) => id)).to.eql(['new']);
  });

  it('are replaced by another when the open one ends by itself', async () => {
    const { media, devices } = world();
    const before = await media.openMicrophone();
    before.dispatchEvent(new Event('ended'));
    await flush();
    expect(devices.asked).to.eql(['microphone', 'microphone']);
    expect(media.snapshot.microphone.state).to.equal('on');
    expect(media.snapshot.microphone.track).not.to.equal(before);
  });

  it('fail when none is left', async () => {
    const { media, devices } = world();
    const track = await media.openCamera();
    devices.failures.camera = new DOMException('', 'NotFoundError');
    track.dispatchEvent(new Event('ended'));
    await flush();
    expect(media.snapshot.camera).to.eql({ state: 'failed', error: 'device-not-found', track: null });
  });

  const headset = { kind: 'audioinput', deviceId: 'headset', label: 'Headset' } as const;
  const builtIn = { kind: 'audioinput', deviceId: 'built-in', label: 'Built-in' } as const;

  it('are replaced by the next one when unplugged, and used again when they are back, and both is told (F39)', async () => {
    const { media, devices } = world();
    devices.present = [headset, builtIn];
    const before = await media.openMicrophone();
    expect(media.snapshot.replaced).to.equal(null);
    devices.change([builtIn]);
    await flush();
    before.dispatchEvent(new Event('ended'));
    await flush();
    expect(media.snapshot.replaced).to.eql({ device: 'microphone', label: 'Built-in' });
    devices.change([builtIn, headset]);
    await flush();
    expect(devices.asked.at(-1)).to.equal('microphone headset');
    expect(media.snapshot.replaced).to.eql({ device: 'microphone', label: 'Headset' });
    devices.change([builtIn]);
    devices.change([builtIn, headset]);
    await flush();
    expect(devices.asked, 'once').to.have.length(3);
  });

  it('stay with what a person chooses after one was unplugged', async () => {
    const { media, devices } = world();
    devices.present = [headset, builtIn];
    (await media.openMicrophone()).dispatchEvent(new Event('ended'));
    devices.present = [builtIn];
    await flush();
    await media.choose('microphone', 'built-in');
    expect(media.snapshot.replaced).to.equal(null);
    devices.change([builtIn, headset]);
    await flush();
    expect(devices.asked.at(-1)).to.equal('microphone built-in');
  });

  it('that are off are not opened by being plugged in', async () => {
    const { media, devices } = world();
    devices.present = [headset, builtIn];
    (await media.openMicrophone()).dispatchEvent(new Event('ended'));
    devices.present = [builtIn];
    await flush();
    media.closeMicrophone();
    const before = devices.asked.length;
    devices.change([builtIn, headset]);
    await flush();
    expect(devices.asked).to.have.length(before);
  });

  it('are taken over from elsewhere, in place of what was open', async () => {
    const { media } = world();
    const before = await media.openMicrophone();
    const [sound, picture] = [makeSound(), makePicture()];
    media.adopt(new MediaStream([sound, picture]));
    expect(before.readyState).to.equal('ended');
    expect(await media.openMicrophone()).to.equal(sound);
    expect(media.snapshot.camera.track).to.equal(picture);
  });

  it('are followed no longer once disposed of', async () => {
    const { media, devices } = world();
    const track = await media.openMicrophone();
    await flush();
    media.dispose();
    const { devices: listed } = media.snapshot;
    devices.change([]);
    await flush();
    expect(track.readyState).to.equal('ended');
    expect(media.snapshot.devices).to.equal(listed);
  });
});
