import { expect } from '@open-wc/testing';
import { codeOf } from '../media/testing/code-of.js';
import type { CallControl } from './call-control.js';
import { CallWorld, grant, makeRecord, refusal } from './testing/call-world.js';
import { flush } from './testing/manual-clock.js';

const held = (version = 2) => makeRecord({ version, state: 'held', heldAt: 20 });

describe('holding a call', () => {
  it('isolates both sides from the click on, before the server has answered (HLD-5)', async () => {
    const world = await new CallWorld().inCall();
    world.control.silent = true;
    void world.session.hold();
    await flush();
    expect(world.session.snapshot).to.include({ pending: 'hold', phase: 'connected' });
    expect(world.room.asked.slice(-2)).to.eql(['isolate', 'mute']);
  });

  it('is held once the server says so, without a moment in between (HLD-2)', async () => {
    const world = await new CallWorld().inCall();
    await world.session.hold();
    await flush();
    expect(world.control.asked).to.include('hold');
    expect(world.session.snapshot).to.include({ pending: null, phase: 'held' });
    expect(world.session.snapshot.record.heldAt).to.equal(20);
    expect(world.asked('open up')).to.eql([]);
    expect(world.asked('unmute')).to.eql([]);
  });

  it('goes on as it was when the server refuses', async () => {
    const world = await new CallWorld().inCall();
    world.control.failure = refusal('call_not_connected');
    const code = await codeOf(world.session.hold());
    await flush();
    expect(code).to.equal('call_not_connected');
    expect(world.room.asked.slice(-2)).to.eql(['open up', 'unmute']);
    expect(world.session.snapshot).to.include({ pending: null, phase: 'connected' });
  });

  it('opens up and is heard again on resuming, in this order (HLD-6)', async () => {
    const world = await new CallWorld().inCall({ medium: 'video' });
    await world.session.hold();
    await flush();
    expect(world.asked('camera off'), 'the camera stays open: nobody is asked for it again').to.eql([]);
    await world.session.resume();
    await flush();
    expect(world.room.asked.slice(-2)).to.eql(['open up', 'unmute']);
    expect(world.session.snapshot.phase).to.equal('connected');
  });

  it('stays muted on resuming for whoever had muted themselves (HLD-6)', async () => {
    const world = await new CallWorld().inCall();
    await world.session.mute();
    await world.session.hold();
    await world.session.resume();
    await flush();
    expect(world.room.asked.at(-1)).to.equal('open up');
    expect(world.session.snapshot.local.microphone).to.equal('muted');
  });

  it('isolates the customer, too, who hears of it from the server', async () => {
    const world = await new CallWorld().inCall();
    world.session.apply(held());
    await flush();
    expect(world.room.asked.slice(-2)).to.eql(['isolate', 'mute']);
    world.session.apply(makeRecord({ version: 3 }));
    await flush();
    expect(world.room.asked.slice(-2)).to.eql(['open up', 'unmute']);
  });

  it('is isolated before it joins again, after a reload (F1)', async () => {
    const world = new CallWorld();
    world.control.record = held();
    world.session.join(held());
    await flush();
    expect(world.room.asked.slice(0, 3)).to.eql(['isolate', 'connect me', 'microphone audio muted']);
  });

  it('is isolated in every new room until it is resumed (F12)', async () => {
    const world = await new CallWorld().inCall();
    await world.session.hold();
    world.control.record = held(3);
    world.room.drop('lost');
    await flush();
    expect(world.rooms).to.have.length(2);
    expect(world.room.asked.slice(0, 2)).to.eql(['isolate', 'connect me']);
  });

  it('does not take silence for a lost track', async () => {
    const world = await new CallWorld().inCall();
    await world.session.hold();
    world.room.remote('customer', { microphone: 'none' });
    for (let i = 0; i < 20; i++) {
      world.room.packets = i;
      await world.clock.advance(500);
    }
    expect(world.rooms, 'no new room').to.have.length(1);
  });

  it('is for the side that may (HLD-1)', async () => {
    const customer: CallControl = {
      token: () => Promise.resolve({ record: makeRecord(), media: grant }),
      connected: () => Promise.resolve(),
      hangup: () => Promise.resolve(),
    };
    expect(new CallWorld().session.snapshot.mayHold).to.equal(true);
    expect(new CallWorld({ control: customer }).session.snapshot.mayHold).to.equal(false);
  });
});
