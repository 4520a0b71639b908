import { expect } from '@open-wc/testing';
import { CallWorld, grant, makeRecord } from './testing/call-world.js';
import { flush } from './testing/manual-clock.js';

const connecting = makeRecord({ state: 'connecting' });

/** A phone that rings: connected, with a token that does not hear, and sends nothing either when a call is passed on. */
async function ringing({ sends = true } = {}): Promise<CallWorld> {
  const world = new CallWorld();
  world.dress = (room) => {
    room.grantsPublish = sends;
    room.grantsHearing = false;
  };
  world.session.prepare(grant);
  await flush();
  return world;
}

/** The microphone is open, as somebody has used it here before. */
const openMicrophone = async (world: CallWorld) => {
  await world.media.openMicrophone();
  await flush();
};

describe('answering', () => {
  /** What the browser says of the microphone: by default that it would have to ask. */
  const permission = (state: PermissionState) =>
    Object.defineProperty(navigator, 'permissions', {
      value: { query: () => Promise.resolve({ state }) },
      configurable: true,
    });
  beforeEach(() => void permission('prompt'));
  afterEach(() => void Reflect.deleteProperty(navigator, 'permissions'));

  it('connects while it rings and sends nothing', async () => {
    const world = await ringing();
    expect(world.room.asked).to.eql(['connect me']);
  });

  it('has an open microphone in the room while it rings, muted, and unmutes it once the server lets it hear', async () => {
    const world = await ringing();
    await openMicrophone(world);
    expect(world.room.asked).to.eql(['connect me', 'microphone audio muted']);
    world.session.answer(connecting, grant);
    await flush();
    expect(world.room.asked).to.have.length(2);
    world.room.set({ canHear: true });
    await flush();
    expect(world.room.asked).to.eql(['connect me', 'microphone audio muted', 'unmute']);
    expect(world.rooms).to.have.length(1);
  });

  it('stays muted after the answer for whoever wants to be', async () => {
    const world = new CallWorld({ intent: { muted: true } });
    world.dress = (room) => (room.grantsHearing = false);
    world.session.prepare(grant);
    await flush();
    await openMicrophone(world);
    world.session.answer(connecting, grant);
    world.room.set({ canHear: true });
    await flush();
    expect(world.room.asked).to.eql(['connect me', 'microphone audio muted']);
  });

  it('opens the microphone for that where nobody has to be asked, and shows no camera', async () => {
    permission('granted');
    const world = await ringing();
    await world.media.openCamera();
    await flush();
    expect(world.room.asked).to.eql(['connect me', 'microphone audio muted']);
  });

  it('sends nothing while somebody is asked to take over a call, as its customer talks to another (TRA-1)', async () => {
    const world = await ringing({ sends: false });
    await openMicrophone(world);
    world.session.answer(connecting, grant);
    await flush();
    expect(world.room.asked).to.eql(['connect me']);
    world.room.set({ canPublish: true, canHear: true });
    await flush();
    expect(world.room.asked).to.eql(['connect me', 'microphone audio on']);
    expect(world.rooms).to.have.length(1);
  });

  it('tries to send nothing while the room it rang in still connects, and says that it waits (E-05)', async () => {
    const world = new CallWorld();
    let join: () => void = () => undefined;
    world.dress = (room) => {
      room.grantsHearing = false;
      room.slowConnect = new Promise((resolve) => (join = resolve));
    };
    world.session.prepare(grant);
    await flush();
    world.session.answer(connecting, grant);
    await flush();
    expect([world.room.asked, world.control.asked]).to.eql([['connect me'], []]);
    join();
    await world.clock.advance(1_000);
    expect(world.control.asked).to.eql(['connected', 'connected']);
    world.room.set({ canHear: true });
    await flush();
    expect(world.room.asked).to.eql(['connect me', 'microphone audio on']);
    expect(world.rooms).to.have.length(1);
  });

  it('joins anew when the room was lost while it rang, and not before', async () => {
    const world = await ringing();
    world.room.drop('lost');
    await world.clock.advance(10_000);
    expect([world.rooms.length, world.control.asked]).to.eql([1, []]);
    world.dress = () => undefined;
    world.session.answer(connecting, grant);
    await flush();
    expect(world.rooms).to.have.length(2);
    expect(world.room.asked).to.eql(['connect me', 'microphone audio on']);
  });

  it('joins when nothing could be prepared', async () => {
    const world = new CallWorld();
    world.session.answer(connecting, grant);
    await flush();
    expect(world.room.asked).to.eql(['connect me', 'microphone audio on']);
  });

  it('comes back when the first join fails', async () => {
    const world = new CallWorld();
    world.control.record = connecting;
    world.dress = (room) => {
      if (world.rooms.length === 0) room.drop('lost');
    };
    world.session.answer(connecting, grant);
    await world.clock.advance(0);
    expect(world.control.asked).to.include('token');
    expect(world.room.asked).to.eql(['connect me', 'microphone audio on']);
  });

  it('says every second that it is there, until the call is established (E-05)', async () => {
    const world = new CallWorld();
    world.session.answer(connecting, grant);
    await flush();
    expect(world.control.asked).to.eql(['connected']);
    await world.clock.advance(2_000);
    expect(world.control.asked).to.eql(['connected', 'connected', 'connected']);
    world.session.apply(makeRecord({ version: 2, state: 'active' }));
    await world.clock.advance(2_000);
    expect(world.control.asked).to.have.length(3);
  });

  it('says so at once when there is no microphone (E-05)', async () => {
    const world = new CallWorld();
    world.devices.failures.microphone = new DOMException('', 'NotAllowedError');
    world.session.answer(connecting, grant);
    await flush();
    expect(world.control.asked).to.eql(['failed permission-denied']);
    expect(world.session.snapshot.failure).to.eql({ code: 'permission-denied', device: 'microphone' });
  });

  it('asks for a microphone that failed once, and not for ever', async () => {
    const world = new CallWorld();
    world.devices.failures.microphone = new DOMException('', 'NotAllowedError');
    world.session.answer(connecting, grant);
    await world.clock.advance(5_000);
    expect(world.devices.asked).to.eql(['microphone']);
    expect(world.control.asked).to.eql(['failed permission-denied']);
  });

  it('asks again when another microphone is plugged in, and is well then', async () => {
    const world = new CallWorld();
    await world.media.refreshDevices();
    world.devices.failures.microphone = new DOMException('', 'NotFoundError');
    await world.inCall();
    world.devices.failures.microphone = null;
    world.devices.change([{ kind: 'audioinput', deviceId: 'usb', label: 'USB' }]);
    await flush();
    expect(world.asked('microphone')).to.eql(['microphone audio on']);
    expect(world.session.snapshot.failure).to.equal(null);
  });

  it('shows somebody who has no microphone', async () => {
    const world = new CallWorld();
    world.devices.failures.microphone = new DOMException('', 'NotFoundError');
    await world.inCall({ medium: 'video' });
    expect(world.asked('camera')).to.eql(['camera on']);
    expect(world.session.snapshot.failure).to.eql({ code: 'device-not-found', device: 'microphone' });
  });

  it('never opens the microphone of somebody who only listens, until they unmute (E-25)', async () => {
    const world = await new CallWorld({ listenOnly: true }).inCall({ medium: 'video' });
    expect(world.devices.asked).to.eql(['camera']);
    await world.session.unmute();
    expect(world.asked('microphone')).to.eql(['microphone audio on']);
  });
});
