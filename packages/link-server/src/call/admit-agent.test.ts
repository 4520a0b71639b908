import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { handleLiveKitWebhook } from '../livekit/handle-webhook.js';
import { offerToken } from '../offer/offer-token.js';
import { reconcile } from '../reconcile/reconcile.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { callIn } from '../testing/call-in-state.js';
import { admitAgent } from './admit-agent.js';
import { agentConnected } from './agent-connected.js';
import { customerConnected } from './customer-connected.js';

describe('an agent who answers while their browser still connects', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** Answered; the browser comes into the room only now, with the token it was given for the ring. */
  const answeredTooSoon = async () => {
    const call = await callIn(center, 'offering');
    const ring = await offerToken(center.deps, call.which);
    await call.ana.accept();
    await center.settle();
    const { identity } = center.livekit.joinWith(ring.media.token);
    const role = () => center.livekit.roleOf(call.room, identity);
    assert.equal(role(), 'agent-ringing');
    return { ...call, identity, role };
  };
  const grants = () => center.livekit.asked.filter(([command]) => command === 'grant').length;

  it('may speak and hear as soon as LiveKit says that they are there (E-05)', async () => {
    const { room, identity, role } = await answeredTooSoon();
    const event = { id: 'EV_1', type: 'participant_joined', room, identity, at: 0 } as const;
    await handleLiveKitWebhook(center.deps, event);
    assert.equal(role(), 'agent');
  });

  it('may so by their own report, when no webhook comes', async () => {
    const { which, role } = await answeredTooSoon();
    await agentConnected(center.deps, which);
    assert.equal(role(), 'agent');
  });

  it('may so by the customer’s report', async () => {
    const { guest, role } = await answeredTooSoon();
    await customerConnected(center.deps, guest.key);
    assert.equal(role(), 'agent');
  });

  it('may so by the reconciler, when nobody reports', async () => {
    const { role } = await answeredTooSoon();
    await reconcile(center.deps);
    assert.equal(role(), 'agent');
  });

  it('is asked for nothing twice, and the call goes on as any other', async () => {
    const { which, room, identity, current } = await answeredTooSoon();
    await agentConnected(center.deps, which);
    const before = grants();
    await agentConnected(center.deps, which);
    assert.equal(grants(), before);
    center.livekit.publish(room, identity);
    await agentConnected(center.deps, which);
    assert.equal((await current()).state, 'active');
  });

  it('is not taken for one who is heard until they are let in, though their microphone was there while it rang', async () => {
    const { which, room, identity, current } = await answeredTooSoon();
    center.livekit.publish(room, identity);
    center.livekit.failNext('grant');
    await agentConnected(center.deps, which).catch(() => undefined);
    assert.equal((await current()).state, 'connecting');
    await agentConnected(center.deps, which);
    assert.equal((await current()).state, 'active');
  });

  it('gets nothing before the answer, nor after the end', async () => {
    const call = await callIn(center, 'offering');
    const { identity } = center.livekit.joinWith((await offerToken(center.deps, call.which)).media.token);
    const participants = await center.livekit.listParticipants(call.room);
    const before = grants();
    for (const state of ['offering', 'ended', 'queued'] as const)
      await admitAgent(center.deps, { room: call.room, state, agent_identity: identity }, participants);
    assert.equal(grants(), before);
  });

  it('is the only one who gets it', async () => {
    const { which, room, role } = await answeredTooSoon();
    center.livekit.join(room, 'par_other', 'agent-ringing');
    await agentConnected(center.deps, which);
    assert.deepEqual([role(), center.livekit.roleOf(room, 'par_other')], ['agent', 'agent-ringing']);
  });
});
