import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { WrapUp } from '@carillon/contract';
import { agentMediaFailed } from '../call/agent-media-failed.js';
import { agentToken } from '../call/agent-token.js';
import { customerLeave } from '../call/customer-leave.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { holdCall } from '../call/hold-call.js';
import { resumeCall } from '../call/resume-call.js';
import { declineOffer } from '../offer/decline-offer.js';
import { reconcile } from '../reconcile/reconcile.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { passingOn } from '../testing/passing-on.js';
import { closeWrapUp } from '../wrap-up/close-wrap-up.js';
import { cancelTransfer } from './cancel-transfer.js';
import { completeWarmTransfer } from './complete-warm-transfer.js';
import { joinTransfer } from './join-transfer.js';
import { startTransfer } from './start-transfer.js';

const refused = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

type Talk = Awaited<ReturnType<CallCenter['talking']>>;
type TestAgent = Awaited<ReturnType<CallCenter['agent']>>;

describe('talking about a call before passing it on', () => {
  let center: CallCenter;
  let talk: Talk;
  let ben: TestAgent;
  beforeEach(async () => {
    center = await createCallCenter();
    talk = await center.talking();
    ben = await center.agent('Ben');
  });
  afterEach(() => center.close());

  const { ofAna, ofBen, record, everybody, inRoom, answerAndSpeak, timeline } = passingOn(() => ({
    center,
    talk,
    ben,
  }));
  const ask = () => startTransfer(center.deps, { ...ofAna(), targetId: ben.id, kind: 'warm' });
  const join = () => joinTransfer(center.deps, ofAna());
  const complete = () => completeWarmTransfer(center.deps, ofAna());
  const goBack = () => cancelTransfer(center.deps, ofAna());
  const story = async () => (await timeline()).map(({ type }) => type);
  /** Ben has answered and is heard: the two agents talk. */
  const consult = async () => {
    await ask();
    return answerAndSpeak();
  };

  it('puts the customer on hold from the first ring on, with the music of a hold (HLD-5)', async () => {
    const { call } = await ask();
    assert.deepEqual([call.state, call.transfer?.kind, call.transfer?.state], ['transferring', 'warm', 'ringing']);
    const seen = await record();
    assert.deepEqual([seen.state, seen.heldAt, seen.consult], ['held', center.deps.now(), null]);
    assert.deepEqual(await story(), ['call_on_hold', 'transfer_started', 'call_offered']);
  });

  it('lets the two agents talk once the other is heard, and each knows who the other is in the room', async () => {
    const { identity, grant } = await consult();
    const [ana, theirs, customer] = [(await talk.ana.state()).call, (await ben.state()).call, await record()];
    assert.deepEqual([ana?.state, ana?.transfer?.state], ['consulting', 'consulting']);
    assert.deepEqual(ana?.consult, { name: 'Ben', identity, conference: false });
    assert.deepEqual([theirs?.state, theirs?.transfer, theirs?.mayTransfer], ['consulting', null, false]);
    assert.deepEqual([theirs?.consult?.name, theirs?.consult?.conference], ['Ana', false]);
    assert.deepEqual(grant.call?.consult, theirs?.consult, 'known before anything is sent');
    assert.ok((await inRoom()).includes(theirs?.consult?.identity ?? ''));
    assert.deepEqual([customer.state, customer.consult, customer.agentName], ['held', null, 'Ana']);
    assert.equal((await ben.state()).agent.availability, 'in_call');
  });

  it('is in nobody’s room but theirs: whoever was asked in is no stranger', async () => {
    const { identity } = await consult();
    await reconcile(center.deps);
    assert.equal((await inRoom()).length, 3);
    assert.equal(center.livekit.roleOf(talk.room, identity), 'agent');
    const again = await agentToken(center.deps, ofBen());
    assert.deepEqual([again.media.identity, again.call?.state], [identity, 'consulting'], 'after a reload');
  });

  it('goes on with all three when the customer is let in, and repeating that is harmless', async () => {
    await consult();
    await center.pass(4_000, everybody());
    const { call } = await join();
    assert.deepEqual([call.state, call.heldAt, call.transfer?.state], ['active', null, 'conference']);
    assert.equal((await join()).call.version, call.version);
    const [theirs, customer] = [(await ben.state()).call, await record()];
    assert.deepEqual([theirs?.state, theirs?.consult?.conference], ['active', true]);
    assert.deepEqual([customer.state, customer.consult?.name], ['active', 'Ben']);
    assert.deepEqual((await story()).slice(-2), ['hold_ended', 'conference_started']);
  });

  it('tells each of two who wrap it up what the other makes of the conversation (WRP-7)', async () => {
    await consult();
    await join();
    await endCallByAgent(center.deps, ofAna());
    const { wrapUp } = await talk.ana.state();
    const close = { agentId: talk.ana.id, wrapUpId: wrapUp?.id ?? '', note: '', conversationStatus: 'solved' } as const;
    await closeWrapUp(center.deps, close);
    const told = await center.deps.db.read((q) =>
      q.get<{ body: string }>(
        `select body from event where stream = $1 and type = 'wrapup' order by n desc limit 1`,
        `agent:${ben.id}`,
      ),
    );
    assert.equal(WrapUp.parse(JSON.parse(told?.body ?? '')).conversationStatus, 'solved');
    assert.equal((await ben.state()).wrapUp?.conversationStatus, 'solved');
  });

  for (const [when, before] of [
    ['while they talk alone', () => Promise.resolve()],
    ['while all three talk', () => join()],
  ] as const)
    describe(when, () => {
      beforeEach(async () => {
        await consult();
        await before();
      });

      it('is the other agent’s when it is left to them, and over for who asked (TRA-4)', async () => {
        const { establishedAt } = await record();
        const { call } = await complete();
        assert.deepEqual([call.state, call.endReason], ['ended', 'transferred']);
        const after = await record();
        assert.deepEqual([after.state, after.agentName, after.consult], ['active', 'Ben', null]);
        assert.deepEqual([after.heldAt, after.establishedAt], [null, establishedAt]);
        const [ana, theirs] = [await talk.ana.state(), await ben.state()];
        assert.deepEqual([ana.call, ana.wrapUp?.callId], [null, talk.callId]);
        assert.deepEqual([theirs.call?.state, theirs.call?.consult, theirs.call?.mayTransfer], ['active', null, true]);
        await center.settle();
        assert.equal((await inRoom()).length, 2, 'customer and Ben');
        await assert.rejects(complete(), refused('not_found'));
      });

      it('goes back to the customer when the other agent is sent away', async () => {
        const { call } = await goBack();
        assert.deepEqual([call.state, call.heldAt, call.consult, call.transfer], ['active', null, null, null]);
        const theirs = await ben.state();
        assert.equal(theirs.call, null);
        // Who has talked to the customer has something to write down (WRP-1).
        assert.equal(theirs.wrapUp?.callId, when === 'while all three talk' ? talk.callId : undefined);
        await center.settle();
        assert.equal((await inRoom()).length, 2, 'customer and Ana');
        await assert.rejects(goBack(), refused('transfer_over'));
      });

      it('goes back to the customer when the other agent hangs up', async () => {
        const { version = 0 } = (await talk.ana.state()).call ?? {};
        await endCallByAgent(center.deps, ofBen());
        const { call } = await talk.ana.state();
        assert.ok((call?.version ?? 0) > version, 'or nobody’s page would take it for news');
        assert.deepEqual([call?.state, call?.transfer?.state, call?.transfer?.reason], ['active', 'failed', 'left']);
        assert.equal((await record()).state, 'active');
      });

      it('ends for all three with the customer, once', async () => {
        await customerLeave(center.deps, talk.guest.key);
        assert.equal((await record()).endReason, 'customer_hangup');
        assert.equal((await talk.ana.state()).wrapUp?.callId, talk.callId);
        const theirs = await ben.state();
        assert.deepEqual([theirs.call, theirs.wrapUp !== null], [null, when === 'while all three talk']);
      });

      it('ends for all three with who asked', async () => {
        await endCallByAgent(center.deps, ofAna());
        assert.equal((await record()).state, 'ended');
        assert.equal((await ben.state()).call, null);
      });

      it('is the other agent’s when who asked does not come back: the customer is not left alone (E-08)', async () => {
        await center.pass(20_000, [ben, talk.guest]);
        assert.equal((await record()).agentName, 'Ana', 'who may only be loading the page again');
        await center.pass(15_000, [ben, talk.guest]);
        const after = await record();
        assert.deepEqual([after.state, after.agentName, after.away], ['active', 'Ben', null]);
        assert.equal((await ben.state()).call?.consult, null);
      });

      for (const [who, others] of [
        ['who asked comes', () => [ben, talk.guest]],
        ['the other agent comes', () => [talk.ana, talk.guest]],
      ] as const)
        it(`goes on as it was when ${who} back (E-21)`, async () => {
          const before = (await talk.ana.state()).call;
          await center.pass(20_000, others());
          await center.pass(30_000, everybody());
          const { call } = await talk.ana.state();
          assert.deepEqual([call?.state, call?.transfer], [before?.state, before?.transfer]);
        });

      it('is the other agent’s, and waits for the customer, when both others are away', async () => {
        await center.pass(125_000, [ben]);
        const after = (await ben.state()).call;
        assert.deepEqual([after?.state, after?.consult, after?.away], ['active', null, 'customer']);
        await center.pass(120_000, [ben]);
        assert.equal((await ben.state()).call, null);
      });

      it('goes back when the other agent does not come back', async () => {
        await center.pass(20_000, [talk.ana, talk.guest]);
        assert.notEqual((await talk.ana.state()).call?.consult, null, 'who may only be loading the page again');
        // Nor is the call given to nobody meanwhile.
        await assert.rejects(complete(), refused('transfer_over'));
        await center.pass(15_000, [talk.ana, talk.guest]);
        const { call } = await talk.ana.state();
        assert.deepEqual([call?.state, call?.transfer?.reason], ['active', 'offline']);
      });

      it('goes back when the other agent has no microphone any more', async () => {
        await agentMediaFailed(center.deps, { ...ofBen(), reason: 'microphone_missing' });
        assert.equal((await talk.ana.state()).call?.transfer?.reason, 'media_failed');
        assert.equal((await record()).state, 'active');
      });

      it('is not whoever was asked in to do anything with', async () => {
        for (const verb of [holdCall, resumeCall])
          await assert.rejects(verb(center.deps, ofBen()), refused('transfer_pending'));
        for (const verb of [joinTransfer, completeWarmTransfer, cancelTransfer])
          await assert.rejects(verb(center.deps, ofBen()), refused('transfer_over'));
        const cleo = await center.agent('Cleo');
        for (const from of [ofBen(), ofAna()])
          await assert.rejects(startTransfer(center.deps, { ...from, targetId: cleo.id }), refused('transfer_pending'));
      });
    });

  it('has nobody to let in or to leave the call to before the other agent is heard', async () => {
    for (const verb of [join, complete]) await assert.rejects(verb(), refused('transfer_over'));
    await ask();
    for (const verb of [join, complete]) await assert.rejects(verb(), refused('transfer_over'));
    await ben.accept();
    for (const verb of [join, complete, goBack]) await assert.rejects(verb(), refused('transfer_over'));
  });

  it('goes back to a customer who was on hold as it was', async () => {
    await holdCall(center.deps, ofAna());
    const since = (await record()).heldAt;
    await center.pass(2_000, everybody());
    await consult();
    const { call } = await goBack();
    assert.deepEqual([call.state, call.heldAt], ['held', since]);
    assert.deepEqual(
      (await story()).filter((type) => type.includes('hold')),
      ['call_on_hold'],
    );
  });

  it('goes back when the other agent declines, and the hold is over with it', async () => {
    await ask();
    const offer = await ben.ringing();
    await declineOffer(center.deps, { agentId: ben.id, offerId: offer?.id ?? '' });
    const { call } = await talk.ana.state();
    assert.deepEqual([call?.state, call?.heldAt, call?.transfer?.reason], ['active', null, 'declined']);
    assert.deepEqual((await story()).slice(-3), ['hold_ended', 'transfer_failed', 'offer_declined']);
  });

  it('has one end when it is completed and taken back in the same moment', async () => {
    await consult();
    const ends = await Promise.allSettled([complete(), goBack()]);
    assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1);
    const { state, agentName } = await record();
    assert.equal(state, 'active');
    assert.ok(agentName === 'Ben' ? (await ben.state()).call : (await talk.ana.state()).call);
  });

  it('asks nobody into a second call, and gives nobody one who was asked in (RCV-3)', async () => {
    await consult();
    await (await center.customer()).call();
    assert.equal(await ben.ringing(), undefined);
    const cleo = await center.agent('Cleo');
    assert.ok(await cleo.ringing());
  });
});
