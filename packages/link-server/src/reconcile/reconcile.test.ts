import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { customerToken } from '../call/customer-token.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { handleLiveKitWebhook } from '../livekit/handle-webhook.js';
import type { LiveKitEvent } from '../livekit/livekit-event.js';
import type { LiveKitGateway } from '../livekit/livekit-gateway.js';
import { declineOffer } from '../offer/decline-offer.js';
import { offerToken } from '../offer/offer-token.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { callIn } from '../testing/call-in-state.js';
import { evictStrangers } from './evict-strangers.js';
import { startReconciling } from './reconcile-loop.js';
import { reconcile } from './reconcile.js';

describe('the reconciler', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const present = async (room: string) =>
    (await center.livekit.listParticipants(room)).map(({ identity }) => identity).sort();

  /** The same server with a LiveKit that behaves differently in one command. */
  const withLiveKit = (change: Partial<LiveKitGateway>) => {
    const { livekit } = center;
    return {
      ...center.deps,
      livekit: {
        createRoom: livekit.createRoom.bind(livekit),
        deleteRoom: livekit.deleteRoom.bind(livekit),
        listRooms: livekit.listRooms.bind(livekit),
        listParticipants: livekit.listParticipants.bind(livekit),
        grant: livekit.grant.bind(livekit),
        remove: livekit.remove.bind(livekit),
        ...change,
      },
    };
  };

  it('leaves those in the room who belong there: customer, agent, whoever it rings at', async () => {
    const call = await callIn(center, 'offering');
    const { media } = await offerToken(center.deps, call.which);
    center.livekit.joinWith(media.token);
    const before = await present(call.room);
    await reconcile(center.deps);
    assert.deepEqual(await present(call.room), before);
    assert.equal(before.length, 2);
  });

  it('puts out an agent who declined and came back with a token that LiveKit had renewed (T6)', async () => {
    const call = await callIn(center, 'offering');
    const { media } = await offerToken(center.deps, call.which);
    await declineOffer(center.deps, call.which);
    await center.settle();
    center.livekit.join(call.room, media.identity, 'agent-ringing');
    await reconcile(center.deps);
    assert.ok(!(await present(call.room)).includes(media.identity));
    assert.ok(center.log.lines.some(({ event }) => event === 'stranger_evicted'));
  });

  it('puts nobody out whose phone began to ring while it was looking', async () => {
    const ana = await center.agent('Ana', { active: false });
    const guest = await center.customer();
    const { call, media } = await guest.call();
    const { room } = center.livekit.joinWith(media?.token ?? '');
    let joined = '';
    const deps = withLiveKit({
      async listParticipants(name) {
        await ana.setStatus('active');
        const offer = await ana.ringing();
        const grant = await offerToken(center.deps, { agentId: ana.id, offerId: offer?.id ?? '' });
        joined = center.livekit.joinWith(grant.media.token).identity;
        return center.livekit.listParticipants(name);
      },
    });
    await evictStrangers(deps, call.id, room);
    assert.ok((await present(room)).includes(joined));
  });

  it('makes lost rooms again under their names, and no other', async () => {
    const call = await callIn(center, 'active');
    center.livekit.crash();
    center.livekit.up();
    await reconcile(center.deps);
    assert.deepEqual(await center.livekit.listRooms(), [call.room]);
    const asked = center.livekit.asked.filter(([command]) => command === 'createRoom').length;
    await reconcile(center.deps);
    assert.equal(center.livekit.asked.filter(([command]) => command === 'createRoom').length, asked, 'only once');
  });

  it('deletes the room of an ended call that came back, and leaves rooms that are not ours', async () => {
    const call = await callIn(center, 'ended');
    await center.settle();
    await center.livekit.createRoom(call.room);
    await center.livekit.createRoom('somebody else’s');
    await reconcile(center.deps);
    assert.deepEqual(await center.livekit.listRooms(), ['somebody else’s']);
  });

  it('goes on with the other rooms when there is trouble with one', async () => {
    const first = await callIn(center, 'connecting');
    const ben = await center.agent('Ben');
    const second = await center.customer();
    const { media } = await second.call();
    const grant = await ben.accept();
    const { room } = center.livekit.joinWith(media?.token ?? '');
    center.livekit.joinWith(grant.media.token);
    center.livekit.publish(room, grant.media.identity);
    const deps = withLiveKit({
      async listParticipants(name) {
        if (name === first.room) throw new TypeError('unexpected');
        return center.livekit.listParticipants(name);
      },
    });
    await reconcile(deps);
    assert.equal((await customerToken(center.deps, second.key)).call.state, 'active');
    assert.deepEqual(
      center.log.lines.filter(({ event }) => event === 'room_not_reconciled').map(({ fields }) => fields['error']),
      ['TypeError'],
    );
  });

  it('takes nobody for present whom LiveKit calls disconnected', async () => {
    const call = await callIn(center, 'connecting');
    const [customer, agent] = await center.livekit.listParticipants(call.room);
    center.livekit.publish(call.room, agent?.identity ?? '');
    const deps = withLiveKit({
      async listParticipants(name) {
        const all = await center.livekit.listParticipants(name);
        return all.map((one) => (one.identity === customer?.identity ? { ...one, state: 'disconnected' } : one));
      },
    });
    await reconcile(deps);
    assert.equal((await call.current()).state, 'connecting');
    await reconcile(center.deps);
    assert.equal((await call.current()).state, 'active');
  });

  it('forgets old webhooks and idempotency keys after a day, not before', async () => {
    const { db, now } = center.deps;
    const day = 24 * 3_600_000;
    await db.tx(async (q) => {
      await q.run(
        `insert into livekit_webhook (id, at) values ('old', $1), ('young', $2)`,
        now() - day - 1,
        now() - day,
      );
      for (const [key, at] of [
        ['old', now() - day - 1],
        ['young', now() - day],
      ] as const)
        await q.run(`insert into idempotency (scope, key, body_hash, at) values ('s', $1, 'h', $2)`, key, at);
    });
    await reconcile(center.deps);
    assert.deepEqual(await db.read((q) => q.all('select id from livekit_webhook')), [{ id: 'young' }]);
    assert.deepEqual(await db.read((q) => q.all('select key from idempotency')), [{ key: 'young' }]);
  });

  it('runs at once, survives a LiveKit that is down, and stops when it is told', async () => {
    center.livekit.crash();
    const down = startReconciling(center.deps, 3_600_000);
    await down.stop();
    assert.ok(center.log.lines.some(({ event }) => event === 'reconcile_failed'));
    center.livekit.up();
    const call = await callIn(center, 'connecting');
    const [, agent] = await center.livekit.listParticipants(call.room);
    center.livekit.publish(call.room, agent?.identity ?? '');
    const up = startReconciling(center.deps, 3_600_000);
    await up.stop();
    assert.equal((await call.current()).state, 'active');
  });

  describe('by webhooks', () => {
    let n = 0;
    const hint = (type: LiveKitEvent['type'], room: string, identity: string | null = null) =>
      handleLiveKitWebhook(center.deps, { id: `EV_${++n}`, type, room, identity, at: center.deps.now() });

    it('puts a stranger out as soon as they join', async () => {
      const call = await callIn(center, 'active');
      center.livekit.join(call.room, 'par_intruder', 'customer');
      await hint('participant_joined', call.room, 'par_intruder');
      assert.ok(!(await present(call.room)).includes('par_intruder'));
    });

    it('looks once for each event, however often it is delivered (E-36)', async () => {
      const call = await callIn(center, 'active');
      const event = { id: 'EV_same', type: 'track_published', room: call.room, identity: null, at: 0 } as const;
      await handleLiveKitWebhook(center.deps, event);
      const asked = center.livekit.asked.length;
      await handleLiveKitWebhook(center.deps, event);
      assert.equal(center.livekit.asked.length, asked);
    });

    it('never ends a call, whatever leaves or finishes (design §5)', async () => {
      const call = await callIn(center, 'active');
      for (const type of ['participant_left', 'participant_connection_aborted', 'track_unpublished'] as const)
        await hint(type, call.room, 'par_x');
      center.livekit.crash();
      center.livekit.up();
      await hint('room_finished', call.room);
      assert.equal((await call.current()).state, 'active');
    });

    it('does nothing about rooms it does not know, nor about calls that have ended', async () => {
      const call = await callIn(center, 'ended');
      await hint('participant_joined', 'somebody else’s', 'x');
      const asked = center.livekit.asked.length;
      await hint('participant_joined', call.room, 'x');
      assert.equal(center.livekit.asked.length, asked);
      await assert.rejects(
        endCallByAgent(center.deps, { agentId: 'agt_x', callId: call.which.callId }),
        (error) => (error as { code?: string }).code === 'not_found',
      );
    });
  });
});
