import { expect } from '@open-wc/testing';
import { codeOf } from '../media/testing/code-of.js';
import { CallWorld, makeRecord, refusal } from './testing/call-world.js';
import { flush } from './testing/manual-clock.js';

const toBen = { to: 'agent', agentId: 'agt_1' } as const;
const passedOn = (version = 2) => makeRecord({ version, state: 'transferring' });

describe('passing a call on', () => {
  it('isolates both sides from the click on, before the server has answered (TRA-5)', async () => {
    const world = await new CallWorld().inCall();
    world.control.silent = true;
    void world.session.transfer(toBen);
    await flush();
    expect(world.session.snapshot).to.include({ pending: 'transfer', phase: 'connected' });
    expect(world.room.asked.slice(-2)).to.eql(['isolate', 'mute']);
  });

  it('goes on as it was when the server refuses (TRQ-4)', async () => {
    const world = await new CallWorld().inCall();
    world.control.failure = refusal('target_unavailable');
    const code = await codeOf(world.session.transfer(toBen));
    await flush();
    expect(code).to.equal('target_unavailable');
    expect(world.room.asked.slice(-2)).to.eql(['open up', 'unmute']);
    expect(world.session.snapshot).to.include({ pending: null, phase: 'connected' });
  });

  it('is transferring once the server says so, without a moment in between', async () => {
    const world = await new CallWorld().inCall();
    await world.session.transfer(toBen);
    await flush();
    expect(world.session.snapshot).to.include({ pending: null, phase: 'transferring' });
    expect(world.asked('open up')).to.eql([]);
  });

  it('opens up again when it is taken back, or comes to nothing (E-09, E-11)', async () => {
    const world = await new CallWorld().inCall();
    await world.session.transfer(toBen);
    await world.session.cancelTransfer();
    await flush();
    expect(world.session.snapshot.phase).to.equal('connected');
    expect(world.room.asked.slice(-2)).to.eql(['open up', 'unmute']);
  });

  it('is over here when it went to a queue (TRQ-3)', async () => {
    const world = await new CallWorld().inCall();
    await world.session.transfer({ to: 'queue', queueId: 'que_1' });
    await flush();
    expect(world.session.snapshot.phase).to.equal('ended');
    expect(world.session.snapshot.record.endReason).to.equal('transferred');
  });

  it('isolates the customer, who hears of it from the server, and opens up for the next agent', async () => {
    const world = await new CallWorld().inCall();
    world.session.apply(passedOn());
    await flush();
    expect(world.room.asked.slice(-2)).to.eql(['isolate', 'mute']);
    world.session.apply(makeRecord({ version: 3, remoteName: 'Ben' }));
    await flush();
    expect(world.room.asked.slice(-2)).to.eql(['open up', 'unmute']);
    expect(world.session.snapshot.record.remoteName).to.equal('Ben');
  });

  it('is isolated before it joins again, after a reload (E-21)', async () => {
    const world = new CallWorld();
    world.control.record = passedOn();
    world.session.join(passedOn());
    await flush();
    expect(world.room.asked.slice(0, 2)).to.eql(['isolate', 'connect me']);
    expect(world.session.snapshot.phase).to.equal('transferring');
  });

  it('does not take silence for a lost track', async () => {
    const world = await new CallWorld().inCall();
    await world.session.transfer(toBen);
    world.room.remote('customer', { microphone: 'none' });
    for (let i = 0; i < 20; i++) {
      world.room.packets = i;
      await world.clock.advance(500);
    }
    expect(world.rooms, 'no new room').to.have.length(1);
  });

  it('can be ended while it runs (TRA-6)', async () => {
    const world = await new CallWorld().inCall();
    await world.session.transfer(toBen);
    await world.session.hangup();
    expect(world.control.asked).to.include('hangup');
  });
});
