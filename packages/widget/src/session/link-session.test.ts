import { limits } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { fakeMedia } from '../testing/fake-devices.js';
import { FakeLinkServer } from '../testing/fake-link-server.js';
import { fixtureNow } from '../testing/link-fixtures.js';
import { LinkWorld, memoryStorage, type LinkWorldOptions } from '../testing/link-world.js';
import { screenFor } from './screen-for.js';

const open: LinkWorld[] = [];
afterEach(() => {
  for (const world of open.splice(0)) world.session.stop();
});

function startedWorld(options: LinkWorldOptions = {}) {
  const world = new LinkWorld(options);
  open.push(world);
  world.session.start();
  return world;
}

const screenOf = ({ session }: LinkWorld) => {
  const screen = screenFor(session.snapshot);
  return screen.name === 'notice' ? screen.notice : screen.name;
};
const untilScreen = (world: LinkWorld, name: string) => world.until(() => screenOf(world) === name);
const settled = (world: LinkWorld) => world.until(({ snapshot }) => snapshot.pending === null);

/** A page whose call has been started and waits. */
async function waitingWorld(options: LinkWorldOptions = {}) {
  const world = startedWorld(options);
  await untilScreen(world, 'prejoin');
  await world.session.redeem({ medium: 'video' });
  await world.until(({ snapshot }) => snapshot.connection === 'live');
  await answered();
  return world;
}

/** Lets the server answer what it has been asked: a body is read in tasks of its own. */
async function answered(): Promise<void> {
  for (let task = 0; task < 5; task++) await new Promise((done) => setTimeout(done));
}

async function talkingWorld(options: LinkWorldOptions = {}) {
  const world = await waitingWorld(options);
  world.server.set({ state: 'active' });
  world.room.remote('agent', { microphone: 'on' });
  await world.until(({ call }) => call?.snapshot.phase === 'connected');
  return world;
}

describe('looking at a link', () => {
  it('asks once and changes nothing', async () => {
    const world = startedWorld();
    await untilScreen(world, 'prejoin');
    expect(world.server.asked).to.deep.equal(['GET join']);
    expect(world.memory.read()).to.equal(null);
  });

  it('reads the server’s clock (E-18)', async () => {
    const world = startedWorld({ view: { serverNow: fixtureNow + 7_200_000 } });
    await untilScreen(world, 'prejoin');
    expect(world.session.clockOffsetMs).to.equal(7_200_000);
  });

  for (const state of ['used', 'expired', 'in-use', 'not-open'] as const)
    it(`shows that it is ${state}`, async () => {
      await untilScreen(startedWorld({ view: { state } }), state);
    });

  it('says that a link the server does not know is unavailable', async () => {
    const server = new FakeLinkServer();
    server.refuse.set('join', 'link_unavailable');
    await untilScreen(startedWorld({ server }), 'unavailable');
  });

  it('tries again by itself when the service was not reached', async () => {
    const world = new LinkWorld();
    open.push(world);
    world.server.down = true;
    world.session.start();
    await untilScreen(world, 'offline');
    expect(world.session.snapshot.problem).to.equal('offline');
    world.server.down = false;
    world.clock.advance(10_000);
    await untilScreen(world, 'prejoin');
  });

  it('tries again when the device is online again', async () => {
    const world = new LinkWorld();
    open.push(world);
    world.server.down = true;
    world.session.start();
    await untilScreen(world, 'offline');
    world.server.down = false;
    dispatchEvent(new Event('online'));
    await untilScreen(world, 'prejoin');
  });

  it('opens by itself when the link’s time has come (§3.4)', async () => {
    const world = startedWorld({ view: { state: 'not-open', opensAt: fixtureNow + 60_000 } });
    await untilScreen(world, 'not-open');
    await settled(world);
    world.server.view = { ...world.server.view, state: 'available' };
    world.clock.advance(59_999);
    expect(screenOf(world)).to.equal('not-open');
    world.clock.advance(100);
    await untilScreen(world, 'prejoin');
  });

  it('forgets the secret of a call that is over', async () => {
    const world = startedWorld({ call: { state: 'ended' } });
    await untilScreen(world, 'prejoin');
    expect(world.memory.read()).to.equal(null);
  });
});

describe('starting a call', () => {
  it('keeps the secret before it is sent, so that a lost answer does no harm', async () => {
    const world = startedWorld();
    await untilScreen(world, 'prejoin');
    world.server.down = true;
    await world.session.redeem({ medium: 'audio' });
    expect(world.session.snapshot.failure).to.equal('offline');
    const secret = world.memory.read()?.secret;
    world.server.down = false;
    await world.session.redeem({ medium: 'audio' });
    expect(world.server.holder).to.equal(secret);
    expect(screenOf(world)).to.equal('waiting');
  });

  it('joins at once, muted, and is heard when an agent has answered (design §5)', async () => {
    const world = await waitingWorld();
    await world.until(({ call }) => call?.snapshot.local.microphone === 'muted');
    expect(world.room.asked).to.include('microphone audio muted');
    expect(world.room.asked).not.to.include('unmute');
    world.server.set({ state: 'active' });
    await world.until(({ call }) => call?.snapshot.local.microphone === 'on');
    expect(screenOf(world)).to.equal('in-call');
  });

  it('sends the medium and a name, where there is one', async () => {
    const world = startedWorld({ view: { displayName: null } });
    await untilScreen(world, 'prejoin');
    await world.session.redeem({ medium: 'audio', displayName: 'Marija' });
    expect(world.server.bodies[0]).to.deep.equal({ medium: 'audio', displayName: 'Marija' });
  });

  it('joins without a camera when it is off', async () => {
    const world = startedWorld();
    await untilScreen(world, 'prejoin');
    await world.media.openCamera();
    await world.session.redeem({ medium: 'video', cameraOff: true });
    await world.until(({ call }) => call?.snapshot.local.microphone === 'muted');
    expect(world.room.asked).not.to.include('camera on');
    expect(world.media.snapshot.camera.state, 'the light goes off').to.equal('off');
  });

  it('joins without a microphone, and opens none (E-26)', async () => {
    const media = fakeMedia({ microphone: 'NotAllowedError' });
    const world = startedWorld({ media });
    await untilScreen(world, 'prejoin');
    await world.session.redeem({ medium: 'audio', listenOnly: true });
    world.server.set({ state: 'active' });
    await world.until(({ call }) => call?.snapshot.record.state === 'active');
    expect(world.room.asked.filter((asked) => asked.startsWith('microphone'))).to.deep.equal([]);
    expect(world.media.snapshot.microphone.state).to.equal('off');
  });

  for (const [code, state] of [
    ['link_used', 'used'],
    ['link_in_use', 'in-use'],
    ['link_expired', 'expired'],
  ] as const)
    it(`leads to the screen of the link when it is refused as ${code} (E-15, E-20)`, async () => {
      const world = startedWorld();
      await untilScreen(world, 'prejoin');
      world.server.refuse.set('join', code);
      world.server.view = { ...world.server.view, state };
      // The look that follows must not be refused, so the refusal is of this one request.
      await world.session.redeem({ medium: 'audio' });
      await untilScreen(world, state);
    });

  it('stays where it is when the media server is not there', async () => {
    const world = startedWorld();
    await untilScreen(world, 'prejoin');
    world.server.refuse.set('join', 'media_unavailable');
    await world.session.redeem({ medium: 'audio' });
    expect(world.session.snapshot.failure).to.equal('media_unavailable');
    expect(screenOf(world)).to.equal('prejoin');
  });

  it('is asked for once, however often the button is pressed', async () => {
    const world = startedWorld();
    await untilScreen(world, 'prejoin');
    await Promise.all([1, 2, 3].map(() => world.session.redeem({ medium: 'audio' })));
    expect(world.server.asked.filter((asked) => asked === 'POST join')).to.have.length(1);
  });
});

describe('waiting', () => {
  it('follows the place in the line', async () => {
    const world = await waitingWorld();
    world.server.set({ position: 1 });
    await world.until(({ snapshot }) => snapshot.call?.position === 1);
  });

  it('says every five seconds that the page is there', async () => {
    const world = await waitingWorld();
    const signs = () => world.server.asked.filter((asked) => asked === 'POST presence').length;
    const before = signs();
    for (const n of [1, 2]) {
      world.clock.advance(limits.presenceEveryMs);
      expect(signs()).to.equal(before + n);
      await answered();
    }
  });

  it('says it once until it is answered, as a network that is away answers nothing', async () => {
    const world = await waitingWorld();
    const signs = () => world.server.asked.filter((asked) => asked === 'POST presence').length;
    const before = signs();
    world.clock.advance(3 * limits.presenceEveryMs);
    expect(signs()).to.equal(before + 1);
  });

  it('says it at once when the stream is open again', async () => {
    const world = await waitingWorld();
    const before = world.server.asked.length;
    world.server.cut();
    await world.until(({ snapshot }) => snapshot.connection === 'reconnecting');
    await world.until(({ snapshot }) => snapshot.connection === 'live');
    expect(world.server.asked.slice(before)).to.include('POST presence');
  });

  it('drops a record that is older than the one it knows', async () => {
    const world = await waitingWorld();
    world.server.set({ state: 'active' });
    await untilScreen(world, 'in-call');
    const newest = world.session.snapshot.call;
    world.server.call = { ...world.server.call!, state: 'queued', version: 1 };
    world.server.channel('reset', { position: 9 });
    await world.until(() => world.server.asked.includes('POST token'));
    expect(world.session.snapshot.call).to.equal(newest);
  });

  it('reads the call again when the stream cannot replay a gap', async () => {
    const world = await waitingWorld();
    world.server.call = { ...world.server.call!, position: 1, version: 9 };
    world.server.channel('reset', { position: 9 });
    await world.until(({ snapshot }) => snapshot.call?.position === 1);
  });

  it('leaves when asked to, and keeps nothing (E-04)', async () => {
    const world = await waitingWorld();
    await world.session.leave();
    await untilScreen(world, 'ended');
    expect(world.server.asked).to.include('POST leave');
    expect(world.memory.read()).to.equal(null);
    expect(world.session.media.snapshot.microphone.state).to.equal('off');
    await world.until(() => world.server.followers === 0);
  });

  it('learns that it has left also while the stream is away', async () => {
    const world = await waitingWorld();
    world.server.cut();
    await world.session.leave();
    await untilScreen(world, 'ended');
  });

  it('goes back to the link when the server has forgotten the call', async () => {
    const world = await waitingWorld();
    world.server.holder = 'somebody else';
    world.clock.advance(limits.presenceEveryMs);
    await untilScreen(world, 'prejoin');
    expect(world.memory.read()).to.equal(null);
    expect(world.session.call).to.equal(null);
  });
});

describe('a call', () => {
  it('reconnects on its own screen (RCN-1)', async () => {
    const world = await talkingWorld();
    world.room.set({ connection: 'reconnecting' });
    await untilScreen(world, 'reconnecting');
    world.room.set({ connection: 'connected' });
    await untilScreen(world, 'in-call');
  });

  it('ends for both when the customer hangs up', async () => {
    const world = await talkingWorld();
    await world.session.call?.hangup();
    await untilScreen(world, 'ended');
    expect(world.session.snapshot.call?.endReason).to.equal('customer_hangup');
    expect(world.memory.read()).to.equal(null);
  });

  it('does not end when the page stops', async () => {
    const world = await talkingWorld();
    world.session.stop();
    expect(world.server.asked).to.include('POST farewell');
    expect(world.server.asked).not.to.include('POST leave');
    expect(world.memory.read()).not.to.equal(null);
    expect(world.room.asked).to.include('close');
  });

  it('says farewell when the page closes, and not after the end', async () => {
    const world = await talkingWorld();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    const farewells = () => world.server.asked.filter((asked) => asked === 'POST farewell').length;
    expect(farewells()).to.equal(1);
    world.server.set({ state: 'ended', endReason: 'agent_hangup' });
    await untilScreen(world, 'ended');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(farewells()).to.equal(1);
  });

  it('goes on when the page comes back from the browser’s page cache', async () => {
    const world = await talkingWorld();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await untilScreen(world, 'in-call');
    await world.until(() => world.rooms.length === 2);
  });
});

describe('coming back', () => {
  it('goes on with a call that waits, after a reload (E-21)', async () => {
    const world = startedWorld({ call: { state: 'queued', position: 2 } });
    await untilScreen(world, 'waiting');
    await world.until(({ call }) => call?.snapshot.local.microphone === 'muted');
  });

  it('goes on with a call that runs, after a reload, still muted (E-21)', async () => {
    const storage = memoryStorage();
    const before = await talkingWorld({ storage, tabs: 'reload' });
    await before.session.call?.mute();
    before.session.stop();
    const after = startedWorld({ storage, server: before.server, tabs: 'reload' });
    await untilScreen(after, 'in-call');
    await after.until(({ call }) => call?.snapshot.local.microphone === 'muted');
    expect(after.room.asked).not.to.include('microphone audio on');
    expect(after.session.snapshot.call?.establishedAt).to.equal(before.server.call?.establishedAt);
  });

  it('keeps the camera off that was off', async () => {
    const storage = memoryStorage();
    const before = startedWorld({ storage });
    await untilScreen(before, 'prejoin');
    await before.session.redeem({ medium: 'video', cameraOff: true });
    before.session.stop();
    const after = startedWorld({ storage, server: before.server });
    await after.until(({ call }) => call?.snapshot.local.microphone === 'muted');
    expect(after.room.asked).not.to.include('camera on');
  });

  it('moves the call to the tab that opens the link last, and back on request (E-14)', async () => {
    const storage = memoryStorage();
    const first = await talkingWorld({ storage, tabs: 'twice' });
    const second = startedWorld({ storage, server: first.server, tabs: 'twice' });
    await untilScreen(second, 'in-call');
    await untilScreen(first, 'moved');
    expect(first.session.call).to.equal(null);
    expect(first.room.asked).to.include('close');
    await first.session.takeOver();
    await untilScreen(first, 'in-call');
    await untilScreen(second, 'moved');
    expect(first.server.asked).not.to.include('POST leave');
  });

  it('calls again on a link for many calls (LNK-15)', async () => {
    const world = await talkingWorld({ view: { kind: 'expiry' } });
    world.server.set({ state: 'ended', endReason: 'agent_hangup' });
    await untilScreen(world, 'ended');
    await world.session.callAgain();
    await untilScreen(world, 'prejoin');
    await world.session.redeem({ medium: 'audio' });
    await untilScreen(world, 'waiting');
    expect(world.rooms).to.have.length(2);
  });

  it('drops an answer that comes after it has stopped', async () => {
    const world = new LinkWorld();
    world.session.start();
    world.session.stop();
    await new Promise((done) => requestAnimationFrame(done));
    expect(world.session.snapshot.view).to.equal(null);
  });
});
