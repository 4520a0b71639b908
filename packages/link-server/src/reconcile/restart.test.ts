import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { confirmEstablished } from '../call/confirm-established.js';
import { customerFarewell } from '../call/customer-farewell.js';
import { customerLeave } from '../call/customer-leave.js';
import { customerToken } from '../call/customer-token.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { resumeCall } from '../call/resume-call.js';
import { declineOffer } from '../offer/decline-offer.js';
import { createCallCenter, restart, type CallCenter } from '../testing/call-center.js';
import { callIn } from '../testing/call-in-state.js';
import { agentStream } from '../transition/publish-changes.js';
import { saveNote } from '../wrap-up/save-words.js';
import { reconcile } from './reconcile.js';

describe('a restart of the server (E-23)', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** The server is killed and comes back; returns agent and customer as the new one knows them. */
  async function killed(agentId: string, secret: { code: string; secret: string }, afterMs = 0) {
    center = await restart(center, afterMs);
    return {
      ana: center.agentOf(agentId, 'Ana'),
      guest: await center.customer(secret.code, secret.secret),
    };
  }

  it('while it rings loses nothing: the ring keeps its end, and can be answered', async () => {
    const before = await callIn(center, 'offering');
    const offer = await before.ana.ringing();
    const { ana, guest } = await killed(before.ana.id, before.guest.key, 3_000);
    assert.deepEqual(await ana.ringing(), offer);
    await center.pass(1_000, [ana, guest]);
    const grant = await ana.accept();
    assert.equal(grant.call?.id, before.which.callId);
  });

  it('while it rings: the end of the ring comes at its time, with the next agent', async () => {
    const before = await callIn(center, 'offering');
    const ben = await center.agent('Ben');
    const { ana, guest } = await killed(before.ana.id, before.guest.key, 3_000);
    const next = center.agentOf(ben.id, 'Ben');
    const { expiresAt = 0 } = (await ana.ringing()) ?? {};
    await center.pass(expiresAt - 1 - center.deps.now(), [ana, next, guest]);
    assert.ok(await ana.ringing());
    await center.pass(1, [ana, next, guest]);
    assert.equal(await ana.ringing(), undefined);
    assert.ok(await next.ringing());
  });

  it('on hold loses nothing: still held since then, and it can be resumed (F7)', async () => {
    const before = await callIn(center, 'held');
    const { heldAt } = await before.current();
    const { ana } = await killed(before.ana.id, before.guest.key, 2_000);
    const { call } = await ana.state();
    assert.deepEqual([call?.state, call?.heldAt], ['held', heldAt]);
    const resumed = await resumeCall(center.deps, before.which);
    assert.equal(resumed.call.state, 'active');
  });

  it('longer than a ring lets it ring on somewhere, once agents and customer are back', async () => {
    const before = await callIn(center, 'offering');
    const { ana, guest } = await killed(before.ana.id, before.guest.key, 40_000);
    await center.settle();
    assert.equal(await ana.ringing(), undefined);
    await guest.present();
    await center.pass(10_000, [ana, guest]);
    assert.equal((await ana.ringing())?.callId, before.which.callId);
  });

  it('while waiting keeps the place in line and the lease', async () => {
    const before = await callIn(center, 'queued');
    center.clock.moveTo(center.deps.now() + 1);
    const other = await center.customer();
    await other.call();
    const { guest } = await killed(before.ana.id, before.guest.key, 5_000);
    const again = await guest.call();
    assert.deepEqual([again.call.id, again.call.position], [before.which.callId, 1]);
    await assert.rejects(
      (await center.customer(before.guest.code)).call(),
      (error) => (error as { code?: string }).code === 'link_in_use',
    );
    await center.pass(center.deps.settings.leaseMs + 10_000, []);
    assert.equal((await customerToken(center.deps, guest.key)).call.state, 'ended');
    assert.equal((await (await center.customer(before.guest.code)).call()).call.state, 'queued');
  });

  it('between answer and connection connects, or gives the call back in time', async () => {
    const before = await callIn(center, 'connecting');
    const { ana, guest } = await killed(before.ana.id, before.guest.key, 3_000);
    assert.equal((await ana.state()).call?.state, 'connecting');
    await center.pass(center.deps.settings.connectMs - 3_000, [ana, guest]);
    assert.equal((await customerToken(center.deps, guest.key)).call.state, 'queued');
  });

  it('in a call leaves it as it is, with the same timer, also when LiveKit was away too (F12)', async () => {
    const before = await callIn(center, 'active');
    const call = (await before.ana.state()).call;
    center.livekit.crash();
    const { ana, guest } = await killed(before.ana.id, before.guest.key, 5_000);
    center.livekit.up();
    await reconcile(center.deps);
    assert.deepEqual(await center.livekit.listRooms(), [before.room]);
    assert.deepEqual((await ana.state()).call, call);
    await center.pass(center.deps.settings.absentMs * 2, [ana, guest]);
    assert.equal((await ana.state()).call?.state, 'active');
    await endCallByAgent(center.deps, { agentId: ana.id, callId: before.which.callId });
    assert.ok((await ana.state()).wrapUp);
  });

  it('in a call of which a webhook got lost finds out by itself (F25)', async () => {
    const before = await callIn(center, 'connecting');
    const { identity } = (await center.livekit.listParticipants(before.room)).at(-1) ?? { identity: '' };
    center.livekit.publish(before.room, identity);
    const { ana } = await killed(before.ana.id, before.guest.key, 1_000);
    await reconcile(center.deps);
    assert.equal((await ana.state()).call?.state, 'active');
  });

  it('after a hang-up deletes the room that was not deleted yet', async () => {
    const before = await callIn(center, 'active');
    await customerLeave(center.deps, before.guest.key);
    assert.deepEqual(await center.livekit.listRooms(), [before.room], 'killed right after the commit');
    await killed(before.ana.id, before.guest.key);
    await center.settle();
    assert.deepEqual(await center.livekit.listRooms(), []);
  });

  it('in a wrap-up keeps its end and what was noted (E-21, E-33)', async () => {
    const before = await callIn(center, 'ended');
    const wrapUp = (await before.ana.state()).wrapUp;
    const which = { agentId: before.ana.id, wrapUpId: wrapUp?.id ?? '' };
    await saveNote(center.deps, { ...which, note: 'She calls back' });
    const { ana } = await killed(before.ana.id, before.guest.key, 10_000);
    assert.deepEqual((await ana.state()).wrapUp, { ...wrapUp, note: 'She calls back' });
    await center.pass(19_999, [ana]);
    assert.equal((await ana.state()).agent.availability, 'wrapping');
    await center.pass(1, [ana]);
    assert.equal((await ana.state()).agent.availability, 'available');
  });

  it('right after a decline still leaves that agent in peace', async () => {
    const before = await callIn(center, 'offering');
    await declineOffer(center.deps, before.which);
    const { ana, guest } = await killed(before.ana.id, before.guest.key, 2_000);
    await center.pass(7_999, [ana, guest]);
    assert.equal(await ana.ringing(), undefined);
    await center.pass(1, [ana, guest]);
    assert.ok(await ana.ringing());
  });

  it('while the customer reloads ends nothing before their time is over (F3)', async () => {
    const before = await callIn(center, 'active');
    await customerFarewell(center.deps, before.guest.key);
    const { ana, guest } = await killed(before.ana.id, before.guest.key, 5_000);
    await center.pass(14_999, [ana]);
    assert.equal((await customerToken(center.deps, guest.key)).call.state, 'active');
    await confirmEstablished(center.deps, before.which.callId);
    assert.equal((await ana.state()).call?.away, null);
  });

  it('goes on with the numbers of the streams where they were', async () => {
    const before = await callIn(center, 'connecting');
    const { position } = await before.ana.state();
    const { ana } = await killed(before.ana.id, before.guest.key);
    await endCallByAgent(center.deps, before.which);
    const { events } = await center.deps.streams.readEvents(agentStream(ana.id), position);
    assert.equal(events[0]?.n, position + 1);
  });
});
