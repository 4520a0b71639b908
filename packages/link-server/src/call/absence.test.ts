import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { agentFarewell } from '../agent/agent-farewell.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { confirmEstablished } from './confirm-established.js';
import { customerFarewell } from './customer-farewell.js';
import { customerToken } from './customer-token.js';

describe('an absence', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** Answered by Ana; Ben is in the queue, but Away. */
  async function answered() {
    const ana = await center.agent('Ana');
    const ben = await center.agent('Ben', { active: false });
    const guest = await center.customer();
    const { call, media } = await guest.call();
    const grant = await ana.accept();
    const { room } = center.livekit.joinWith(media?.token ?? '');
    center.livekit.joinWith(grant.media.token);
    const state = async () => (await customerToken(center.deps, guest.key)).call;
    const connect = async () => {
      center.livekit.publish(room, grant.media.identity);
      await confirmEstablished(center.deps, call.id);
    };
    return { ana, ben, guest, callId: call.id, state, connect };
  }

  it('of an agent who answered and vanished does not end the call of the one who answers next (E-05, E-08)', async () => {
    const { ana, ben, guest, callId, state } = await answered();
    await agentFarewell(center.deps, { agentId: ana.id });
    await ben.setStatus('active');
    await center.pass(center.deps.settings.connectMs, [ben, guest]);
    const grant = await ben.accept();
    const room = (await center.livekit.listRooms())[0] ?? '';
    center.livekit.joinWith(grant.media.token);
    center.livekit.publish(room, grant.media.identity);
    await confirmEstablished(center.deps, callId);
    await center.pass(center.deps.settings.absentMs + 10_000, [ben, guest]);
    assert.deepEqual([(await state()).state, (await state()).away], ['active', null]);
  });

  it('that began before the call was established is limited, too (F16)', async () => {
    const { ana, guest, connect } = await answered();
    await customerFarewell(center.deps, guest.key);
    await connect();
    const { call } = await ana.state();
    assert.deepEqual([call?.state, call?.away], ['active', 'customer']);
    await center.pass(center.deps.settings.absentMs - 1, [ana]);
    assert.equal((await ana.state()).call?.state, 'active');
    await center.pass(1, [ana]);
    assert.equal((await ana.state()).call, null);
    assert.ok((await ana.state()).wrapUp, 'they were connected, so there is something to wrap up');
  });

  it('of both sides is over only when both are back', async () => {
    const { ana, guest, connect, state } = await answered();
    await connect();
    await center.advance(center.deps.settings.presenceGoneMs);
    assert.equal((await ana.state()).call?.away, 'both');
    await ana.present();
    assert.equal((await ana.state()).call?.away, 'customer');
    await center.pass(60_000, [ana]);
    await guest.present();
    assert.equal((await state()).away, null);
    await center.pass(2 * center.deps.settings.absentMs, [ana, guest]);
    assert.equal((await state()).state, 'active');
  });

  it('stands in the history, with who it was and how long it lasted', async () => {
    const { ana, guest, connect } = await answered();
    await connect();
    const { conversationId } = (await ana.state()).call ?? {};
    const told = async () => {
      const { timeline } = await readConversationDetail(center.deps, {
        agentId: ana.id,
        conversationId: conversationId ?? '',
      });
      return timeline
        .filter(({ type }) => type.startsWith('connection_'))
        .map(({ type, actor, durationMs }) => [type, actor, durationMs]);
    };
    await customerFarewell(center.deps, guest.key);
    await customerFarewell(center.deps, guest.key);
    assert.deepEqual(await told(), [['connection_lost', 'Marija', null]], 'said twice, lost once');
    await center.pass(7_000, [ana]);
    await guest.present();
    await guest.present();
    assert.deepEqual((await told()).slice(1), [['connection_back', 'Marija', 7_000]]);
    await ana.present();
    await center.pass(center.deps.settings.presenceGoneMs + 5_000, [guest]);
    await ana.present();
    assert.deepEqual((await told()).slice(2), [
      ['connection_lost', 'Ana', null],
      ['connection_back', 'Ana', 5_000],
    ]);
  });

  it('of somebody who waits is none of the history’s business', async () => {
    const ana = await center.agent('Ana', { active: false });
    const guest = await center.customer();
    await guest.call();
    const [row] = await center.deps.db.read((q) => q.all<{ id: string }>('select id from conversation'));
    await customerFarewell(center.deps, guest.key);
    await guest.present();
    const { timeline } = await readConversationDetail(center.deps, { agentId: ana.id, conversationId: row?.id ?? '' });
    assert.deepEqual(
      timeline.filter(({ type }) => type.startsWith('connection_')),
      [],
    );
  });

  it('of both sides ends the call once, with one wrap-up', async () => {
    const { ana, connect, guest } = await answered();
    await connect();
    await center.advance(center.deps.settings.presenceGoneMs + center.deps.settings.absentMs);
    assert.equal((await customerToken(center.deps, guest.key)).call.endReason, 'connection_lost');
    assert.equal((await center.deps.db.read((q) => q.all('select id from wrapup'))).length, 1);
    assert.equal((await ana.state()).agent.availability, 'offline');
  });

  it('shortened by a farewell ends the call after 20 seconds, not after two minutes (F4)', async () => {
    const { ana, guest, connect } = await answered();
    await connect();
    await customerFarewell(center.deps, guest.key);
    assert.equal((await ana.state()).call?.away, 'customer');
    await center.pass(center.deps.settings.farewellMs - 1, [ana]);
    assert.ok((await ana.state()).call);
    await center.pass(1, [ana]);
    assert.equal((await ana.state()).call, null);
  });

  it('that nobody noticed yet does not make routing forget the customer who is back', async () => {
    const guest = await center.customer();
    await guest.call();
    // A busy server: the customer's time is over, their timer has not run, and an agent becomes free.
    center.clock.moveTo(center.deps.now() + center.deps.settings.presenceGoneMs);
    const ana = await center.agent('Ana');
    assert.equal(await ana.ringing(), undefined);
    await guest.present();
    assert.ok(await ana.ringing());
  });

  it('of a reload while it rings costs no ten seconds: it rings again as soon as the page is back (F3)', async () => {
    const ana = await center.agent('Ana');
    const guest = await center.customer();
    await guest.call();
    await customerFarewell(center.deps, guest.key);
    assert.equal(await ana.ringing(), undefined);
    await customerToken(center.deps, guest.key);
    assert.ok(await ana.ringing());
  });
});
