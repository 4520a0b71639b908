import { expect } from '@open-wc/testing';
import type { CallRecord } from './call-snapshot.js';
import { CallWorld, grant, makeRecord } from './testing/call-world.js';
import { flush } from './testing/manual-clock.js';

const colleague = { name: 'Ben', identity: 'colleague', conference: false };
const talkingOf = (change: Partial<CallRecord> = {}) =>
  makeRecord({ version: 2, state: 'consulting', consult: colleague, ...change });

/** A call whose agent talks to another one about it. */
async function consulting(world = new CallWorld()) {
  await world.inCall();
  await world.session.transfer({ to: 'agent', agentId: 'agt_1', kind: 'warm' });
  await flush();
  world.room.remote('colleague', { microphone: 'on' });
  world.session.apply(talkingOf({ version: 3 }));
  world.control.record = talkingOf({ version: 3 });
  await flush();
  return world;
}

describe('talking about a call before passing it on', () => {
  it('is heard by the other agent and by nobody else, and hears nobody else (HLD-5)', async () => {
    const world = await consulting();
    expect(world.session.snapshot.phase).to.equal('consulting');
    expect(world.room.asked.slice(-2)).to.eql(['isolate but colleague', 'unmute']);
  });

  it('shows the other agent by name, and not the customer', async () => {
    const { session } = await consulting();
    expect(session.snapshot.remotes.map(({ name }) => name)).to.eql(['Ben']);
    expect(session.snapshot.mayHold).to.equal(false);
  });

  it('is as muted as before', async () => {
    const world = new CallWorld({ intent: { muted: true } });
    await consulting(world);
    expect(world.asked('unmute')).to.eql([]);
    await world.session.unmute();
    expect(world.room.asked.at(-1)).to.equal('unmute');
  });

  it('opens up for all three when the customer is let in, each by their name', async () => {
    const world = await consulting();
    await world.session.joinTransfer();
    await flush();
    expect(world.control.asked).to.include('join transfer');
    expect(world.room.asked.at(-1)).to.equal('open up');
    const { phase, remotes, mayHold } = world.session.snapshot;
    expect([phase, remotes.map(({ name }) => name), mayHold]).to.eql(['connected', ['Ana Kovač', 'Ben'], false]);
  });

  it('is over here when the call is left to the other agent (TRA-4)', async () => {
    const world = await consulting();
    await world.session.completeTransfer();
    await flush();
    expect(world.session.snapshot.phase).to.equal('ended');
    expect(world.session.snapshot.record.endReason).to.equal('transferred');
  });

  it('opens up for the customer alone when it goes back', async () => {
    const world = await consulting();
    await world.session.cancelTransfer();
    await flush();
    expect(world.session.snapshot).to.include({ phase: 'connected', mayHold: true });
    expect(world.room.asked.at(-1)).to.equal('open up');
  });

  it('is isolated but for the other agent before it joins again, after a reload (E-21)', async () => {
    const world = new CallWorld();
    world.control.record = talkingOf();
    world.session.join(talkingOf());
    await flush();
    expect(world.room.asked.slice(0, 2)).to.eql(['isolate but colleague', 'connect me']);
  });

  it('does so from the answer on where this agent is asked in: nothing of it reaches the customer', async () => {
    const world = new CallWorld();
    world.dress = (room) => (room.grantsPublish = room.grantsHearing = false);
    world.session.prepare(grant);
    await flush();
    world.session.answer(talkingOf({ state: 'connecting' }), grant);
    world.room.set({ canPublish: true, canHear: true });
    await flush();
    const { asked } = world.room;
    expect(asked.indexOf('isolate but colleague')).to.be.within(
      0,
      asked.findIndex((one) => one.includes('microphone')),
    );
    expect(world.session.snapshot.phase).to.equal('connecting');
  });

  it('does not take a customer who is on hold for a lost one', async () => {
    const world = await consulting();
    world.room.remote('customer', { microphone: 'none' });
    for (let i = 0; i < 20; i++) {
      world.room.packets = i;
      await world.clock.advance(500);
    }
    expect(world.rooms, 'no new room').to.have.length(1);
  });
});
