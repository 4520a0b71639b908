import { expect } from '@open-wc/testing';
import { FakeMediaRoom } from '../media/fake-media-room.js';
import { LocalMedia } from '../media/local-media.js';
import { FakeMediaDevices } from '../media/testing/fake-media-devices.js';
import { MediaSender, type Wanted } from './media-sender.js';
import { grant } from './testing/call-world.js';
import { flush } from './testing/manual-clock.js';

const voice: Wanted = { microphone: 'on', camera: false, screen: null };

async function world() {
  const devices = new FakeMediaDevices();
  const media = new LocalMedia({ devices: devices as unknown as MediaDevices, storage: null });
  const room = new FakeMediaRoom();
  await room.connect(grant);
  room.asked.length = 0;
  const again: string[] = [];
  return { devices, media, room, again, sender: new MediaSender(media, () => again.push('again')) };
}

describe('sending', () => {
  it('does what is wanted once, however often it is asked for', async () => {
    const { room, sender } = await world();
    await Promise.all([sender.fit(room, voice), sender.fit(room, voice)]);
    await sender.fit(room, voice);
    expect(room.asked).to.eql(['microphone audio on']);
  });

  it('only mutes what is published', async () => {
    const { room, sender } = await world();
    await sender.fit(room, voice);
    await sender.fit(room, { ...voice, microphone: 'muted' });
    await sender.fit(room, voice);
    expect(room.asked).to.eql(['microphone audio on', 'mute', 'unmute']);
  });

  it('is silent at once, though a camera that is being published is in the way', async () => {
    const { media, room, sender } = await world();
    await sender.fit(room, voice);
    const { track } = media.snapshot.microphone;
    let published = () => undefined as void;
    room.publishCamera = () => new Promise((resolve) => (published = resolve));
    void sender.fit(room, { ...voice, camera: true });
    await flush();
    const muting = sender.fit(room, { ...voice, microphone: 'muted', camera: true });
    expect(track?.enabled).to.equal(false);
    expect(room.asked, 'the room comes later').to.eql(['microphone audio on']);
    published();
    await muting;
    expect(room.asked).to.eql(['microphone audio on', 'mute']);
    await sender.fit(room, { ...voice, camera: true });
    expect(track?.enabled).to.equal(true);
  });

  it('is heard again after a mute that the room could not carry out', async () => {
    const { media, room, again, sender } = await world();
    await sender.fit(room, voice);
    room.setMicrophoneMuted = () => Promise.reject(new Error('lost'));
    await sender.fit(room, { ...voice, microphone: 'muted' });
    expect(media.snapshot.microphone.track?.enabled).to.equal(false);
    expect(again).to.eql(['again']);
    await sender.fit(room, voice);
    expect(media.snapshot.microphone.track?.enabled).to.equal(true);
  });

  for (const connection of ['idle', 'closed'] as const) {
    it(`opens nothing while the room is ${connection}`, async () => {
      const { devices, room, sender } = await world();
      room.set({ connection });
      await sender.fit(room, voice);
      expect(devices.asked).to.eql([]);
    });
  }

  it('publishes nothing that the room does not allow yet', async () => {
    const { room, sender } = await world();
    room.set({ canPublish: false });
    await sender.fit(room, { microphone: 'on', camera: true, screen: null });
    expect(room.asked).to.eql([]);
    room.set({ canPublish: true });
    await sender.fit(room, { microphone: 'on', camera: true, screen: null });
    expect(room.asked).to.eql(['microphone audio on', 'camera on']);
  });

  it('publishes beside connecting, when the token is not known yet', async () => {
    const { room, sender } = await world();
    room.set({ connection: 'connecting', canPublish: false });
    await sender.fit(room, voice);
    expect(room.asked).to.eql(['microphone audio on']);
  });

  it('sends everything anew into another room', async () => {
    const { room, sender } = await world();
    await sender.fit(room, { microphone: 'on', camera: true, screen: null });
    const next = new FakeMediaRoom();
    await next.connect(grant);
    sender.forget();
    await sender.fit(next, { microphone: 'on', camera: true, screen: null });
    expect(next.asked).to.eql(['connect me', 'microphone audio on', 'camera on']);
  });

  it('tells of a device failure once', async () => {
    const { devices, room, sender } = await world();
    devices.failures.microphone = new DOMException('', 'NotAllowedError');
    expect(await sender.fit(room, voice)).to.include({ code: 'permission-denied', device: 'microphone' });
    expect(await sender.fit(room, voice)).to.equal(null);
    expect(devices.asked).to.eql(['microphone']);
  });

  it('takes a device that failed when somebody else could open it', async () => {
    const { devices, media, room, sender } = await world();
    devices.failures.microphone = new DOMException('', 'NotAllowedError');
    await sender.fit(room, voice);
    devices.failures.microphone = null;
    await media.openMicrophone();
    await sender.fit(room, voice);
    expect(room.asked).to.eql(['microphone audio on']);
  });

  it('turns the light of the camera off before it tells the room', async () => {
    const { media, room, sender } = await world();
    await sender.fit(room, { microphone: 'none', camera: true, screen: null });
    room.publishCamera = () => new Promise(() => undefined);
    void sender.fit(room, { microphone: 'none', camera: false, screen: null });
    await flush();
    expect(media.snapshot.camera.state).to.equal('off');
  });

  it('asks to be asked again when the room could not publish', async () => {
    const { room, sender, again } = await world();
    const publish = room.publishMicrophone.bind(room);
    room.publishMicrophone = () => Promise.reject(new Error('timed out'));
    expect(await sender.fit(room, voice)).to.equal(null);
    expect(again).to.eql(['again']);
    room.publishMicrophone = publish;
    await sender.fit(room, voice);
    expect(room.asked).to.eql(['microphone audio on']);
  });

  it('lets nobody wait for a room that is gone', async () => {
    const { room, sender, again } = await world();
    let fail: (error: Error) => void = () => undefined;
    room.publishMicrophone = () => new Promise((_, reject) => (fail = reject));
    const waiting = sender.fit(room, voice);
    await flush();
    sender.forget();
    expect(await waiting).to.equal(null);
    const next = new FakeMediaRoom();
    await next.connect(grant);
    await sender.fit(next, voice);
    fail(new Error('closed'));
    await flush();
    await sender.fit(next, voice);
    expect(next.asked).to.eql(['connect me', 'microphone audio on']);
    expect(again).to.eql([]);
  });
});
