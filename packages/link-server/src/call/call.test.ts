import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { handleLiveKitWebhook } from '../livekit/handle-webhook.js';
import { reconcile } from '../reconcile/reconcile.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { agentMediaFailed } from './agent-media-failed.js';
import { agentToken } from './agent-token.js';
import { confirmEstablished } from './confirm-established.js';
import { customerLeave } from './customer-leave.js';
import { customerToken } from './customer-token.js';
import { endCallByAgent } from './end-call-by-agent.js';

const codeOf = (error: unknown) => (error as { code?: string }).code;

describe('an answered call', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** Answered, with both browsers in the room, but nothing published yet. */
  async function answered() {
    const ana = await center.agent('Ana');
    const guest = await center.customer();
    const { call, media } = await guest.call();
    const grant = await ana.accept();
    const { room } = center.livekit.joinWith(media?.token ?? '');
    center.livekit.joinWith(grant.media.token);
    return { ana, guest, callId: call.id, room, identity: grant.media.identity };
  }

  it('is active once both are there and the agent can be heard, not before (spec §3.2)', async () => {
    const { ana, callId, room, identity } = await answered();
    await confirmEstablished(center.deps, callId);
    assert.equal((await ana.state()).call?.state, 'connecting');
    center.livekit.publish(room, identity);
    await confirmEstablished(center.deps, callId);
    const { call, agent } = await ana.state();
    assert.deepEqual([call?.state, call?.establishedAt, agent.availability], ['active', center.deps.now(), 'in_call']);
  });

  it('shows each side the other by name', async () => {
    const { ana, guest } = await center.talking();
    assert.equal((await ana.state()).call?.caller.name, 'Marija');
    assert.equal((await customerToken(center.deps, guest.key)).call.agentName, 'Ana');
  });

  it('becomes active without a single webhook, by the reconciler (F25)', async () => {
    const { ana, room, identity } = await answered();
    center.livekit.publish(room, identity);
    await reconcile(center.deps);
    assert.equal((await ana.state()).call?.state, 'active');
  });

  it('becomes active by a webhook, once, however often it comes (E-36, F26)', async () => {
    const { ana, room, identity } = await answered();
    center.livekit.publish(room, identity);
    const event = { id: 'EV_1', type: 'track_published', room, identity, at: center.deps.now() } as const;
    await Promise.all(Array.from({ length: 100 }, () => handleLiveKitWebhook(center.deps, event)));
    const { call } = await ana.state();
    assert.equal(call?.state, 'active');
    const version = call?.version;
    await handleLiveKitWebhook(center.deps, event);
    await handleLiveKitWebhook(center.deps, { ...event, id: 'EV_2' });
    assert.equal((await ana.state()).call?.version, version);
  });

  it('goes back to the front of the queue when it does not connect in time, and the agent is asked last (E-05)', async () => {
    const ana = await center.agent('Ana');
    const ben = await center.agent('Ben', { active: false });
    const guest = await center.customer();
    await guest.call();
    await ana.accept();
    await ben.setStatus('active');
    await center.pass(center.deps.settings.connectMs, [ana, ben, guest]);
    assert.equal((await ana.state()).call, null);
    assert.equal((await ana.state()).agent.availability, 'missed');
    assert.ok(await ben.ringing());
  });

  it('goes back at once when the agent has no microphone, before others who wait (E-05)', async () => {
    const ana = await center.agent('Ana');
    const guest = await center.customer();
    const { call } = await guest.call();
    await ana.accept();
    const other = await center.customer();
    const waiting = await other.call();
    assert.equal(waiting.call.state, 'queued');
    await agentMediaFailed(center.deps, { agentId: ana.id, callId: call.id, reason: 'microphone_denied' });
    assert.equal((await customerToken(center.deps, guest.key)).call.position, 1);
    assert.equal((await customerToken(center.deps, other.key)).call.position, 2);
    assert.equal((await ana.ringing())?.callId, waiting.call.id, 'it does not come back to the same agent at once');
  });

  for (const [title, end] of [
    ['the agent hangs up', 'agent_hangup'],
    ['the customer hangs up', 'customer_hangup'],
  ] as const) {
    it(`ends once when ${title}, deletes its room and opens one wrap-up (WRP-1)`, async () => {
      const { ana, guest, callId, room } = await center.talking();
      const hangUp = () =>
        end === 'agent_hangup'
          ? endCallByAgent(center.deps, { agentId: ana.id, callId })
          : customerLeave(center.deps, guest.key);
      await Promise.all([hangUp(), hangUp(), hangUp()]);
      await center.settle();
      const { call } = await customerToken(center.deps, guest.key);
      assert.deepEqual([call.state, call.endReason], ['ended', end]);
      assert.deepEqual(await center.livekit.listRooms([room]), []);
      assert.equal((await center.deps.db.read((q) => q.all('select id from wrapup'))).length, 1);
      assert.equal((await customerToken(center.deps, guest.key)).media, null);
      await assert.rejects(
        agentToken(center.deps, { agentId: ana.id, callId }),
        (error) => codeOf(error) === 'call_ended',
      );
    });
  }

  it('is not the business of another agent (T33)', async () => {
    const { callId } = await center.talking();
    const ben = await center.agent('Ben');
    for (const verb of [agentToken, endCallByAgent])
      await assert.rejects(verb(center.deps, { agentId: ben.id, callId }), (error) => codeOf(error) === 'not_found');
  });

  it('tells the other side at once who is away, and forgets it when they are back (E-21)', async () => {
    const { ana, guest } = await center.talking();
    await center.pass(center.deps.settings.presenceGoneMs, [ana]);
    assert.equal((await ana.state()).call?.away, 'customer');
    await guest.present();
    assert.equal((await ana.state()).call?.away, null);
    await center.pass(center.deps.settings.absentMs * 2, [ana, guest]);
    assert.equal((await ana.state()).call?.state, 'active', 'an absence that is over ends nothing later');
  });

  it('ends once as a lost connection when a side stays away too long (F16)', async () => {
    const { ana, guest } = await center.talking();
    await center.pass(center.deps.settings.absentMs - 1_000, [ana]);
    assert.equal((await ana.state()).call?.state, 'active');
    await center.pass(1_000, [ana]);
    assert.equal((await ana.state()).call, null);
    assert.equal((await customerToken(center.deps, guest.key)).call.endReason, 'connection_lost');
    assert.ok((await ana.state()).wrapUp);
  });

  it('waits as long for an agent as for a customer (F16)', async () => {
    const { ana, guest } = await center.talking();
    await ana.present();
    await center.pass(center.deps.settings.absentMs - 1, [guest]);
    assert.equal((await customerToken(center.deps, guest.key)).call.state, 'active');
    await center.pass(1, [guest]);
    assert.equal((await customerToken(center.deps, guest.key)).call.endReason, 'connection_lost');
    assert.ok((await ana.state()).wrapUp);
  });

  it('waits for an agent who is away, too', async () => {
    const { ana, guest, callId } = await center.talking();
    await center.pass(30_000, [guest]);
    assert.equal((await customerToken(center.deps, guest.key)).call.away, 'agent');
    await ana.present();
    assert.equal((await customerToken(center.deps, guest.key)).call.away, null);
    assert.equal((await agentToken(center.deps, { agentId: ana.id, callId })).call?.state, 'active');
  });

  it('gets its room back under the same name after a crash of LiveKit (F12)', async () => {
    const { room } = await center.talking();
    center.livekit.crash();
    center.livekit.up();
    assert.deepEqual(await center.livekit.listRooms([room]), []);
    await reconcile(center.deps);
    assert.deepEqual(await center.livekit.listRooms([room]), [room]);
  });

  it('has strangers put out of its room (T6)', async () => {
    const { room } = await center.talking();
    center.livekit.join(room, 'par_intruder', 'customer');
    await reconcile(center.deps);
    const identities = (await center.livekit.listParticipants(room)).map(({ identity }) => identity);
    assert.equal(identities.length, 2);
    assert.ok(!identities.includes('par_intruder'));
  });

  it('is told from beginning to end in the conversation', async () => {
    const { ana, callId } = await center.talking();
    center.clock.moveTo(center.deps.now() + 61_000);
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    const { wrapUp } = await ana.state();
    const detail = await readConversationDetail(center.deps, {
      agentId: ana.id,
      conversationId: wrapUp?.conversationId ?? '',
    });
    assert.deepEqual(
      detail.timeline.map(({ type }) => type),
      ['conversation_opened', 'call_queued', 'call_offered', 'call_answered', 'call_established', 'call_ended'],
    );
    assert.equal(detail.timeline.at(-1)?.durationMs, 61_000);
  });
});
