import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { agentStreamClosed } from '../agent/agent-streams.js';
import { archiveAgent } from '../agent/archive-agent.js';
import { agentConnected } from '../call/agent-connected.js';
import { agentMediaFailed } from '../call/agent-media-failed.js';
import { agentToken } from '../call/agent-token.js';
import { customerFarewell } from '../call/customer-farewell.js';
import { customerLeave } from '../call/customer-leave.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { holdCall } from '../call/hold-call.js';
import { resumeCall } from '../call/resume-call.js';
import { sendAgentMessage } from '../message/agent-messages.js';
import { listCustomerMessages } from '../message/customer-messages.js';
import { acceptOffer } from '../offer/accept-offer.js';
import { declineOffer } from '../offer/decline-offer.js';
import { offerToken } from '../offer/offer-token.js';
import { ensureQueue } from '../queue/ensure-queue.js';
import { reconcile } from '../reconcile/reconcile.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { passingOn } from '../testing/passing-on.js';
import { closeWrapUp } from '../wrap-up/close-wrap-up.js';
import { cancelTransfer } from './cancel-transfer.js';
import { startTransfer } from './start-transfer.js';

const refused = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

type Talk = Awaited<ReturnType<CallCenter['talking']>>;
type TestAgent = Awaited<ReturnType<CallCenter['agent']>>;

describe('passing a call on', () => {
  let center: CallCenter;
  let talk: Talk;
  let ben: TestAgent;
  beforeEach(async () => {
    center = await createCallCenter();
    talk = await center.talking();
    ben = await center.agent('Ben');
  });
  afterEach(() => center.close());

  const { ofAna, ofBen, record, everybody, inRoom, answer, answerAndSpeak, timeline } = passingOn(() => ({
    center,
    talk,
    ben,
  }));
  const toBen = () => startTransfer(center.deps, { ...ofAna(), targetId: ben.id });
  /** What the timeline says from the transfer on. */
  const story = async (agentId?: string) =>
    (await timeline(agentId)).map(({ type, actor, text }) => [type, actor, text]);
  const takeOver = async () => (await answerAndSpeak()).identity;

  describe('to an agent', () => {
    it('rings there, and everybody sees that it does (TRA-3, TRA-5)', async () => {
      const { call } = await toBen();
      assert.equal(call.state, 'transferring');
      assert.deepEqual([call.transfer?.state, call.transfer?.toName, call.heldAt], ['ringing', 'Ben', null]);
      const offer = await ben.ringing();
      assert.deepEqual([offer?.callId, offer?.transferredBy, offer?.caller.name], [talk.callId, 'Ana', 'Marija']);
      const seen = await record();
      assert.deepEqual([seen.state, seen.agentName, seen.heldAt], ['transferring', 'Ana', null]);
      assert.equal((await talk.ana.state()).agent.availability, 'transferring');
    });

    it('gives the browser that is asked a token that neither hears nor sends, as the customer is in the room', async () => {
      await toBen();
      const offer = await ben.ringing();
      const { media } = await offerToken(center.deps, { agentId: ben.id, offerId: offer?.id ?? '' });
      const { room, identity } = center.livekit.joinWith(media.token);
      assert.equal(center.livekit.roleOf(room, identity), 'agent-asked');
    });

    it('stays with the agent until the other is heard, and is theirs from then on (TRA-4)', async () => {
      await toBen();
      const { grant, identity } = await answer();
      assert.equal(grant.call?.state, 'connecting');
      assert.equal(center.livekit.roleOf(talk.room, identity), 'agent');
      assert.equal((await talk.ana.state()).call?.transfer?.state, 'connecting');
      assert.equal((await record()).state, 'transferring');
      // In the room and silent: not heard yet.
      await agentConnected(center.deps, ofBen());
      assert.equal((await record()).state, 'transferring');
      center.livekit.publish(talk.room, identity);
      await agentConnected(center.deps, ofBen());
      const after = await record();
      assert.deepEqual([after.state, after.agentName], ['active', 'Ben']);
      const [ana, theirs] = [await talk.ana.state(), await ben.state()];
      assert.equal(ana.call, null);
      assert.equal(ana.wrapUp?.callId, talk.callId);
      assert.equal(ana.agent.availability, 'wrapping');
      assert.deepEqual([theirs.call?.state, theirs.agent.availability], ['active', 'in_call']);
      await center.settle();
      assert.equal((await inRoom()).length, 2, 'customer and Ben');
    });

    it('takes its messages along: the other agent reads what was written, and writes from then on (MSG-4)', async () => {
      const { conversationId = '' } = (await talk.ana.state()).call ?? {};
      const write = ({ id: agentId }: TestAgent, text: string) =>
        sendAgentMessage(center.deps, { agentId, conversationId, clientId: `id-${text}`, text });
      await write(talk.ana, 'before');
      await toBen();
      await write(talk.ana, 'meanwhile');
      await assert.rejects(write(ben, 'too-soon'), refused('customer_not_reachable'));
      await takeOver();
      await write(ben, 'after');
      await assert.rejects(write(talk.ana, 'too-late'), refused('customer_not_reachable'));
      const { messages } = await listCustomerMessages(center.deps, talk.guest.key);
      assert.deepEqual(
        messages.map(({ name, text }) => `${name} ${text}`),
        ['Ana before', 'Ana meanwhile', 'Ben after'],
      );
    });

    it('keeps the clock of the call, and gives both agents a wrap-up (WRP-1)', async () => {
      const { establishedAt } = await record();
      await center.pass(5_000, everybody());
      await toBen();
      await takeOver();
      assert.equal((await record()).establishedAt, establishedAt);
      const wrapUp = (await talk.ana.state()).wrapUp;
      await closeWrapUp(center.deps, {
        agentId: talk.ana.id,
        wrapUpId: wrapUp?.id ?? '',
        note: 'passed on',
        conversationStatus: 'open',
      });
      await endCallByAgent(center.deps, ofBen());
      assert.equal((await ben.state()).wrapUp?.callId, talk.callId);
    });

    it('is in the timeline from beginning to end', async () => {
      await toBen();
      await takeOver();
      assert.deepEqual(await story(), [
        ['transfer_started', 'Ana', 'Ben'],
        ['call_offered', 'Ben', null],
        ['call_answered', 'Ben', null],
        ['call_transferred', 'Ana', 'Ben'],
      ]);
    });

    it('can be passed back by the same way', async () => {
      await toBen();
      await takeOver();
      await closeWrapUp(center.deps, {
        agentId: talk.ana.id,
        wrapUpId: (await talk.ana.state()).wrapUp?.id ?? '',
        note: '',
        conversationStatus: 'open',
      });
      await startTransfer(center.deps, { ...ofBen(), targetId: talk.ana.id });
      const grant = await talk.ana.accept();
      const { identity } = center.livekit.joinWith(grant.media.token);
      center.livekit.publish(talk.room, identity);
      await agentConnected(center.deps, ofAna());
      assert.deepEqual([(await record()).agentName, (await ben.state()).wrapUp?.callId], ['Ana', talk.callId]);
    });

    const failures = {
      declined: async () => declineOffer(center.deps, { agentId: ben.id, offerId: (await ben.ringing())?.id ?? '' }),
      missed: () => center.pass(center.deps.settings.ringMs, everybody()),
      offline: () => agentStreamClosed(center.deps, { agentId: ben.id }),
    };
    for (const [reason, happens] of Object.entries(failures))
      it(`comes back when it is ${reason}, and says so (TRQ-4, E-09)`, async () => {
        await toBen();
        await happens();
        const { call, agent } = await talk.ana.state();
        assert.deepEqual([call?.state, call?.transfer?.state, call?.transfer?.reason], ['active', 'failed', reason]);
        assert.equal(agent.availability, 'in_call');
        assert.equal((await record()).state, 'active');
        assert.ok((await story()).some(([type, , text]) => type === 'transfer_failed' && text === reason));
      });

    it('comes back on hold when the customer was on hold before', async () => {
      await holdCall(center.deps, ofAna());
      const { heldAt } = await record();
      await center.pass(5_000, everybody());
      await toBen();
      assert.equal((await record()).heldAt, heldAt);
      await declineOffer(center.deps, { agentId: ben.id, offerId: (await ben.ringing())?.id ?? '' });
      const after = await record();
      assert.deepEqual([after.state, after.heldAt], ['held', heldAt]);
    });

    it('ends the hold with its length when it succeeds (HLD-4)', async () => {
      await holdCall(center.deps, ofAna());
      await center.pass(5_000, everybody());
      await toBen();
      await takeOver();
      const ends = (await story()).filter(([type]) => type === 'hold_ended');
      assert.equal(ends.length, 1);
    });

    it('logs no hold that nobody asked for', async () => {
      await toBen();
      await takeOver();
      await endCallByAgent(center.deps, ofBen());
      assert.ok((await story(ben.id)).every(([type]) => type !== 'hold_ended' && type !== 'call_on_hold'));
    });

    it('comes back when the other agent cannot take part after all', async () => {
      await toBen();
      await answer();
      await agentMediaFailed(center.deps, { ...ofBen(), reason: 'microphone_in_use' });
      const { call } = await talk.ana.state();
      assert.deepEqual([call?.state, call?.transfer?.reason], ['active', 'media_failed']);
      assert.equal((await ben.state()).agent.availability, 'available');
    });

    it('comes back when the other agent answered and is never heard', async () => {
      await toBen();
      await answer();
      await center.pass(center.deps.settings.connectMs, everybody());
      assert.deepEqual([(await record()).state, (await ben.state()).call], ['active', null]);
    });

    it('comes back when the browser of the other agent dies at the answer (E-09)', async () => {
      await toBen();
      const { identity } = await answer();
      await center.pass(center.deps.settings.presenceGoneMs, [talk.ana, talk.guest]);
      assert.equal((await record()).state, 'active');
      await center.settle();
      assert.ok(!(await inRoom()).includes(identity));
    });

    it('comes back when the other agent hangs up before they have it', async () => {
      await toBen();
      await answer();
      await endCallByAgent(center.deps, ofBen());
      assert.deepEqual(
        [(await record()).state, (await talk.ana.state()).call?.transfer?.reason],
        ['active', 'declined'],
      );
    });

    it('can be cancelled while it rings, and says nothing of a failure (E-11)', async () => {
      await toBen();
      const { call } = await cancelTransfer(center.deps, ofAna());
      assert.deepEqual([call.state, call.transfer], ['active', null]);
      assert.equal(await ben.ringing(), undefined);
      await assert.rejects(cancelTransfer(center.deps, ofAna()), refused('transfer_over'));
    });

    it('is either cancelled or answered, whoever races (E-11)', async () => {
      for (let round = 0; round < 10; round++) {
        await toBen();
        const offerId = (await ben.ringing())?.id ?? '';
        const [cancelled, accepted] = await Promise.allSettled([
          cancelTransfer(center.deps, ofAna()),
          acceptOffer(center.deps, { agentId: ben.id, offerId }),
        ]);
        assert.notEqual(cancelled.status, accepted.status, 'exactly one of them');
        assert.equal((await record()).state, cancelled.status === 'fulfilled' ? 'active' : 'transferring');
        if (accepted.status === 'fulfilled') await endCallByAgent(center.deps, ofBen());
      }
    });

    it('stops at once when the customer hangs up (E-10)', async () => {
      await toBen();
      await customerLeave(center.deps, talk.guest.key);
      assert.equal(await ben.ringing(), undefined);
      assert.equal((await ben.state()).wrapUp, null);
      const { wrapUp, call } = await talk.ana.state();
      assert.deepEqual([wrapUp?.callId, call], [talk.callId, null]);
    });

    it('ends for everybody when the customer hangs up after the answer (E-10)', async () => {
      await toBen();
      await answer();
      await customerLeave(center.deps, talk.guest.key);
      const { wrapUp, agent } = await ben.state();
      assert.deepEqual([wrapUp, agent.availability], [null, 'available']);
      assert.equal((await talk.ana.state()).wrapUp?.callId, talk.callId);
    });

    it('ends for both when the agent hangs up instead (TRA-6)', async () => {
      await toBen();
      await endCallByAgent(center.deps, ofAna());
      assert.deepEqual([(await record()).endReason, await ben.ringing()], ['agent_hangup', undefined]);
    });

    it('goes on while the customer reloads (E-21)', async () => {
      await toBen();
      await customerFarewell(center.deps, talk.guest.key);
      assert.ok(await ben.ringing());
      await talk.guest.present();
      await takeOver();
      assert.equal((await record()).agentName, 'Ben');
    });

    it('goes through while whoever asked for it is away, and their absence is over with it', async () => {
      await toBen();
      await center.pass(center.deps.settings.presenceGoneMs + 1_000, [ben, talk.guest]);
      assert.equal((await record()).away, 'agent');
      await takeOver();
      await center.pass(center.deps.settings.absentMs, [ben, talk.guest]);
      const { state, agentName, away } = await record();
      assert.deepEqual([state, agentName, away], ['active', 'Ben', null]);
    });

    it('goes to the queue when it comes to nothing and whoever asked for it is gone as well (E-09)', async () => {
      await center.agent('Cleo');
      await toBen();
      await center.pass(20_000, [ben, talk.guest]);
      await declineOffer(center.deps, { agentId: ben.id, offerId: (await ben.ringing())?.id ?? '' });
      const { state, agentName } = await record();
      assert.ok(state === 'queued' || state === 'offering', state);
      assert.equal(agentName, null);
    });

    it('gives nobody a second call: who is busy, away, wrapping or of another queue cannot be chosen (TRQ-2, TRQ-4)', async () => {
      const other = await ensureQueue(center.deps, { key: 'sales', name: 'Sales' });
      const sue = await center.agent('Sue', { queues: [other] });
      const away = await center.agent('Away', { active: false });
      for (const targetId of [sue.id, away.id, talk.ana.id, 'agt_unknown'])
        await assert.rejects(startTransfer(center.deps, { ...ofAna(), targetId }), refused('target_unavailable'));
      assert.equal((await record()).state, 'active');
    });

    it('is one at a time, and leaves hold alone meanwhile', async () => {
      const cleo = await center.agent('Cleo');
      await toBen();
      await assert.rejects(startTransfer(center.deps, { ...ofAna(), targetId: cleo.id }), refused('transfer_pending'));
      for (const verb of [holdCall, resumeCall])
        await assert.rejects(verb(center.deps, ofAna()), refused('transfer_pending'));
    });

    it('does not make the other agent’s call before it is: they cannot hold, and no other agent has it', async () => {
      const cleo = await center.agent('Cleo');
      await toBen();
      await assert.rejects(agentToken(center.deps, ofBen()), refused('not_found'));
      await answer();
      await assert.rejects(holdCall(center.deps, ofBen()), refused('call_not_connected'));
      await assert.rejects(agentToken(center.deps, { ...ofBen(), agentId: cleo.id }), refused('not_found'));
      assert.equal((await agentToken(center.deps, ofBen())).call?.state, 'connecting');
    });

    it('rings at nobody else, and nothing else rings at who is to have it', async () => {
      await toBen();
      await answer();
      await (await center.customer()).call();
      assert.equal(await ben.ringing(), undefined);
      await assert.rejects(archiveAgent(center.deps, { agentId: ben.id }), refused('agent_busy'));
    });

    it('keeps both agents in the room through the reconciler', async () => {
      await toBen();
      const { identity } = await answer();
      await reconcile(center.deps);
      assert.ok((await inRoom()).includes(identity));
      assert.equal((await inRoom()).length, 3);
    });
  });

  it('an agent who leaves a customer on hold for good: the customer waits again, first in line (E-08)', async () => {
    await holdCall(center.deps, ofAna());
    await (await center.customer()).call();
    await center.pass(center.deps.settings.absentMs + center.deps.settings.presenceGoneMs, [talk.guest]);
    const { state, agentName, position } = await record();
    assert.deepEqual([state, agentName, position], ['queued', null, 1]);
    assert.ok((await story()).some(([type]) => type === 'call_requeued'));
  });

  it('a customer who is talked to is not put back: a lost agent ends the call (security.md F16)', async () => {
    await center.pass(center.deps.settings.absentMs + center.deps.settings.presenceGoneMs, [talk.guest]);
    assert.equal((await record()).endReason, 'connection_lost');
  });
});
