import { expect } from '@open-wc/testing';
import { FakeMediaRoom } from '../media/fake-media-room.js';
import type { NetworkStats } from '../media/media-room.js';
import { CallWorld, grant } from './testing/call-world.js';
import { flush, ManualClock } from './testing/manual-clock.js';
import { watchLine } from './weak-line.js';

const fine: NetworkStats = { path: 'udp', roundTripMs: 20, outgoingKbps: 2_000, lostPercent: 0 };

async function watching() {
  const [room, clock] = [new FakeMediaRoom(), new ManualClock()];
  const world = { room, clock, sends: true, weak: 0, stop: () => undefined as void };
  await room.connect(grant);
  room.network = fine;
  world.stop = watchLine(
    room,
    clock,
    () => world.sends,
    () => world.weak++,
  );
  return world;
}

describe('the watch over the line', () => {
  it('says nothing of a good one', async () => {
    const world = await watching();
    await world.clock.advance(60_000);
    expect(world.weak).to.equal(0);
  });

  for (const [title, change] of [
    ['lets too little out', { outgoingKbps: 99 }],
    ['loses too much', { lostPercent: 26 }],
  ] as const)
    it(`tells after six seconds of a line that ${title}`, async () => {
      const world = await watching();
      await world.clock.advance(20_000);
      world.room.network = { ...fine, ...change };
      await world.clock.advance(5_999);
      expect(world.weak).to.equal(0);
      await world.clock.advance(2_001);
      expect(world.weak).to.equal(1);
    });

  it('tells of a line that the media server calls poor, where little gets out', async () => {
    const world = await watching();
    await world.clock.advance(20_000);
    world.room.remote(grant.identity, { quality: 'poor' });
    await world.clock.advance(8_000);
    expect(world.weak, 'a picture that is poor for another reason').to.equal(0);
    world.room.network = { ...fine, outgoingKbps: 200 };
    await world.clock.advance(8_000);
    expect(world.weak).to.equal(1);
  });

  it('forgives a stumble', async () => {
    const world = await watching();
    await world.clock.advance(20_000);
    for (let n = 0; n < 5; n++) {
      world.room.network = { ...fine, outgoingKbps: 50 };
      await world.clock.advance(4_000);
      world.room.network = fine;
      await world.clock.advance(2_000);
    }
    expect(world.weak).to.equal(0);
  });

  it('gives a new line time, as browsers begin slowly', async () => {
    const world = await watching();
    world.room.network = { ...fine, outgoingKbps: 50 };
    await world.clock.advance(14_000);
    expect(world.weak).to.equal(0);
    await world.clock.advance(4_000);
    expect(world.weak).to.equal(1);
  });

  it('looks at nothing while no video is sent, and stops', async () => {
    const world = await watching();
    world.sends = false;
    world.room.network = { ...fine, outgoingKbps: 1 };
    await world.clock.advance(60_000);
    world.stop();
    world.sends = true;
    await world.clock.advance(60_000);
    expect([world.weak, world.clock.waiting]).to.eql([0, 0]);
  });
});

describe('a call on a line that is too weak for video', () => {
  async function weakCall() {
    const world = await new CallWorld().inCall({ medium: 'video' });
    const moving = () => (world.room.packets = (world.room.packets ?? 0) + 1);
    world.room.network = { ...fine, outgoingKbps: 50 };
    /** Time in which packets come. */
    const pass = async (ms: number) => {
      for (let at = 0; at < ms; at += 250) {
        moving();
        await world.clock.advance(250);
      }
    };
    await pass(20_000);
    return { world, pass };
  }

  it('goes on with sound alone, and says so', async () => {
    const { world } = await weakCall();
    expect(world.session.snapshot.videoPaused).to.equal(true);
    expect(world.asked('camera')).to.eql(['camera on', 'camera off']);
    expect(world.media.snapshot.camera.state, 'its light goes off').to.equal('off');
    expect(world.session.snapshot.phase).to.equal('connected');
  });

  it('shows the camera again when the person says so, and gives the line another chance', async () => {
    const { world, pass } = await weakCall();
    await world.session.cameraOn();
    expect(world.session.snapshot.videoPaused).to.equal(false);
    expect(world.asked('camera').at(-1)).to.equal('camera on');
    await pass(14_000);
    expect(world.session.snapshot.videoPaused).to.equal(false);
    await pass(6_000);
    expect(world.session.snapshot.videoPaused).to.equal(true);
  });

  it('stays without video through a rejoin, and is over where the person turns the camera off', async () => {
    const { world } = await weakCall();
    world.room.drop('lost');
    await world.clock.advance(1);
    expect(world.asked('camera')).to.eql([]);
    await world.session.cameraOff();
    await flush();
    expect(world.session.snapshot.videoPaused).to.equal(false);
  });
});
