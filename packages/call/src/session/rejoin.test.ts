import { expect } from '@open-wc/testing';
import { MediaError } from '../media/media-error.js';
import { CallWorld, grant, makeRecord, refusal } from './testing/call-world.js';
import { flush } from './testing/manual-clock.js';

describe('coming back into a call (RCN-1)', () => {
  it('takes a fresh token and a new room at once', async () => {
    const world = await new CallWorld().inCall();
    const [before] = world.rooms;
    world.room.drop('lost');
    expect(world.session.snapshot.phase).to.equal('reconnecting');
    await world.clock.advance(0);
    expect(world.control.asked).to.eql(['token']);
    expect(world.rooms).to.have.length(2);
    expect(before?.asked.at(-1)).to.equal('close');
    expect(world.session.snapshot.phase).to.equal('connected');
  });

  it('sends what was sent before: muted stays muted', async () => {
    const world = await new CallWorld().inCall({ medium: 'video' });
    await world.session.mute();
    const sound = world.media.snapshot.microphone.track;
    world.room.drop('lost');
    await world.clock.advance(0);
    expect(world.room.asked).to.eql(['connect me', 'microphone audio muted', 'camera on']);
    expect(world.media.snapshot.microphone.track).to.equal(sound);
  });

  it('shows the other side in the same element', async () => {
    const world = await new CallWorld().inCall();
    const video = document.createElement('video');
    world.session.attachVideo('customer', 'camera', video);
    world.room.drop('lost');
    await world.clock.advance(0);
    expect(world.asked('attach')).to.eql(['attach customer camera']);
  });

  it('goes on for as long as the call does, never more than three seconds apart', async () => {
    const world = await new CallWorld().inCall();
    world.control.failure = new TypeError('Failed to fetch');
    world.room.drop('lost');
    await world.clock.advance(120_000);
    expect(world.session.snapshot.phase).to.equal('reconnecting');
    expect(world.control.asked.length).to.be.within(39, 46);
    world.control.failure = null;
    await world.clock.advance(3_000);
    expect(world.session.snapshot.phase).to.equal('connected');
  });

  it('tries at once when the network is back', async () => {
    const world = await new CallWorld().inCall();
    world.control.failure = new TypeError('Failed to fetch');
    world.room.drop('lost');
    await world.clock.advance(20_000);
    const before = world.control.asked.length;
    world.control.failure = null;
    dispatchEvent(new Event('online'));
    await flush();
    expect(world.control.asked).to.have.length(before + 1);
    expect(world.session.snapshot.phase).to.equal('connected');
  });

  it('asks anew what a network has swallowed, as soon as it is back (F15)', async () => {
    const world = await new CallWorld().inCall();
    world.control.silent = true;
    world.reachable = false;
    world.room.drop('lost');
    await world.clock.advance(30_000);
    expect(world.control.asked).to.eql(['token']);
    world.control.silent = false;
    world.reachable = true;
    await world.clock.advance(1_500);
    expect(world.control.asked).to.eql(['token', 'token', 'token']);
    expect(world.session.snapshot.phase).to.equal('connected');
  });

  it('gives up a room that does not come, but keeps one that comes late', async () => {
    const world = await new CallWorld().inCall();
    let arrive: () => void = () => undefined;
    world.dress = (room) => {
      const connect = room.connect.bind(room);
      room.connect = async (one) => {
        await new Promise<void>((resolve) => (arrive = resolve));
        await connect(one);
      };
    };
    world.room.drop('lost');
    await world.clock.advance(12_100);
    arrive();
    await world.clock.advance(1_000);
    expect(world.rooms).to.have.length(2);
    expect(world.session.snapshot.phase).to.equal('connected');
  });

  it('stops when the record says that the call has ended', async () => {
    const world = await new CallWorld().inCall();
    world.control.record = makeRecord({ version: 9, state: 'ended' });
    world.control.media = null;
    world.room.drop('ended');
    await world.clock.advance(60_000);
    expect(world.control.asked).to.eql(['token']);
    expect(world.session.snapshot.phase).to.equal('ended');
  });

  it('stops when the end is heard of elsewhere', async () => {
    const world = await new CallWorld().inCall();
    world.control.failure = new TypeError('Failed to fetch');
    world.room.drop('lost');
    await world.clock.advance(1_000);
    const before = world.control.asked.length;
    world.session.apply(makeRecord({ version: 9, state: 'ended' }));
    await world.clock.advance(60_000);
    expect(world.control.asked).to.have.length(before);
  });

  for (const code of ['session_expired', 'not_found', 'call_ended', 'link_unavailable']) {
    it(`stops and says so when the server answers ${code}`, async () => {
      const world = await new CallWorld().inCall();
      world.control.failure = refusal(code);
      world.room.drop('lost');
      await world.clock.advance(60_000);
      expect(world.control.asked).to.eql(['token']);
      expect(world.session.snapshot.failure).to.eql({ code, device: null });
    });
  }

  it('does not fight another tab that took the call over (E-22)', async () => {
    const world = await new CallWorld().inCall();
    world.room.drop('moved');
    await world.clock.advance(60_000);
    expect(world.control.asked).to.eql([]);
    expect(world.session.snapshot.failure).to.eql({ code: 'moved', device: null });
    world.session.join(makeRecord({ version: 2 }), grant);
    await flush();
    expect(world.session.snapshot).to.include({ phase: 'connected', failure: null });
  });

  it('is not held up by a publish into the room that is gone', async () => {
    const world = new CallWorld();
    world.dress = (room) => {
      if (world.rooms.length === 0) room.publishMicrophone = () => new Promise(() => undefined);
    };
    await world.inCall();
    world.room.drop('lost');
    await world.clock.advance(0);
    expect(world.asked('microphone')).to.eql(['microphone audio on']);
  });

  it('publishes again what could not be published', async () => {
    const world = new CallWorld();
    let broken = true;
    world.dress = (room) => {
      const publish = room.publishMicrophone.bind(room);
      room.publishMicrophone = (track, options) =>
        broken ? Promise.reject(new Error('timed out')) : publish(track, options);
    };
    world.session.join(makeRecord(), grant);
    await flush();
    expect(world.asked('microphone')).to.eql([]);
    broken = false;
    await world.clock.advance(1_000);
    expect(world.asked('microphone')).to.eql(['microphone audio on']);
  });

  it('is refused by the media server and asks the link-server', async () => {
    const world = new CallWorld();
    world.dress = (room) => {
      if (world.rooms.length === 0) room.failConnect = new MediaError('connection-refused');
    };
    world.session.join(makeRecord(), grant);
    await world.clock.advance(0);
    expect(world.control.asked).to.eql(['token']);
    expect(world.session.snapshot.phase).to.equal('connected');
  });
});

describe('a call after its page was loaded again (E-21)', () => {
  it('asks for a grant and goes on as it was', async () => {
    const first = await new CallWorld().inCall({ medium: 'video' });
    await first.session.mute();
    await first.session.cameraOff();
    const second = new CallWorld({}, first.storage);
    second.control.record = makeRecord({ medium: 'video' });
    second.session.join(second.control.record);
    await second.clock.advance(0);
    expect(second.control.asked).to.eql(['token']);
    expect(second.room.asked).to.eql(['connect me', 'microphone audio muted']);
  });

  it('goes on as was chosen before the call', async () => {
    const first = await new CallWorld({ intent: { camera: false } }).inCall({ medium: 'video' });
    const second = await new CallWorld({}, first.storage).inCall({ medium: 'video' });
    expect(second.asked('camera')).to.eql([]);
  });

  it('leaves nothing behind of a call that has ended', async () => {
    const world = await new CallWorld().inCall();
    await world.session.mute();
    expect(world.storage.items.size).to.equal(1);
    world.session.apply(makeRecord({ version: 2, state: 'ended' }));
    expect(world.storage.items.size).to.equal(0);
  });
});

describe('a connection that goes quiet (RCN-2)', () => {
  it('is weak after a second, is left after three, and is good in the new room', async () => {
    const world = await new CallWorld().inCall();
    world.room.packets = 10;
    await world.clock.advance(1_000);
    expect(world.session.snapshot.link).to.equal('good');
    await world.clock.advance(250);
    expect(world.session.snapshot.link).to.equal('weak');
    await world.clock.advance(500);
    expect(world.session.snapshot).to.include({ link: 'silent', phase: 'connected' });
    world.control.failure = new TypeError('Failed to fetch');
    await world.clock.advance(2_500);
    expect(world.session.snapshot).to.include({ link: 'lost', phase: 'reconnecting' });
    world.control.failure = null;
    await world.clock.advance(3_000);
    expect(world.rooms).to.have.length(2);
    expect(world.session.snapshot).to.include({ link: 'good', phase: 'connected' });
  });
});

describe('a join that is silent', () => {
  /** Joins an established call in which the other side is there and not heard. The transport works. */
  async function silent(change: Parameters<typeof makeRecord>[0] = {}): Promise<CallWorld> {
    const world = new CallWorld();
    world.dress = (room) => {
      room.packets = null;
      room.remote('customer', { microphone: 'none' });
    };
    world.control.record = makeRecord(change);
    world.session.join(world.control.record, grant);
    await flush();
    return world;
  }

  it('is made again after three seconds, once', async () => {
    const world = await silent();
    await world.clock.advance(2_900);
    expect(world.rooms).to.have.length(1);
    await world.clock.advance(200);
    expect(world.rooms).to.have.length(2);
    await world.clock.advance(60_000);
    expect(world.rooms, 'somebody who only listens has no microphone').to.have.length(2);
  });

  it('is well once somebody is heard', async () => {
    const world = await silent();
    world.room.remote('customer', { microphone: 'muted' });
    await world.clock.advance(60_000);
    expect(world.rooms).to.have.length(1);
  });

  it('is nobody’s fault while the other side is away', async () => {
    const world = await silent({ remoteAway: true });
    await world.clock.advance(60_000);
    expect(world.rooms).to.have.length(1);
  });

  it('is nobody’s fault before the call is established', async () => {
    const world = await silent({ state: 'queued' });
    await world.clock.advance(60_000);
    expect(world.rooms).to.have.length(1);
  });
});
