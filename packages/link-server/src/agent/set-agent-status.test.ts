import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { agentMediaFailed } from '../call/agent-media-failed.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { holdCall } from '../call/hold-call.js';
import { resumeCall } from '../call/resume-call.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { passingOn } from '../testing/passing-on.js';
import { cancelTransfer } from '../transfer/cancel-transfer.js';
import { completeWarmTransfer } from '../transfer/complete-warm-transfer.js';
import { startTransfer } from '../transfer/start-transfer.js';
import { closeWrapUp } from '../wrap-up/close-wrap-up.js';

type TestAgent = Awaited<ReturnType<CallCenter['agent']>>;

/** What an agent chose, what comes next and what the system makes of it. */
const chosen = async (who: TestAgent) => {
  const { status, nextStatus, availability } = (await who.state()).agent;
  return [status, nextStatus, availability];
};

/** Closes the wrap-up that an agent has open. */
const wrapUp = async (center: CallCenter, who: TestAgent) => {
  const wrapUpId = (await who.state()).wrapUp?.id ?? '';
  await closeWrapUp(center.deps, { agentId: who.id, wrapUpId, note: '', conversationStatus: 'open' });
};

describe('a status that an agent chooses (spec §3.3)', () => {
  let center: CallCenter;
  beforeEach(async () => void (center = await createCallCenter()));
  afterEach(() => center.close());

  it('comes into force at once while nothing rings', async () => {
    const ana = await center.agent('Ana');
    await ana.setStatus('busy');
    assert.deepEqual(await chosen(ana), ['busy', null, 'busy']);
  });

  it('comes into force at once while it rings, and the call rings at the next (RCV-4)', async () => {
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    await (await center.customer()).call();
    assert.ok(await ana.ringing());
    await ana.setStatus('active');
    assert.ok(await ana.ringing(), 'Active is what she was');
    const said = await ana.setStatus('away');
    assert.deepEqual([said.status, said.nextStatus, said.availability], ['away', null, 'away']);
    assert.equal(await ana.ringing(), undefined);
    assert.ok(await ben.ringing());
  });

  it('waits for the end of the wrap-up in a call and on hold, and the last choice counts', async () => {
    const { ana, callId } = await center.talking();
    const which = { agentId: ana.id, callId };
    await ana.setStatus('away');
    assert.deepEqual(await chosen(ana), ['active', 'away', 'in_call']);
    await holdCall(center.deps, which);
    assert.deepEqual(await chosen(ana), ['active', 'away', 'on_hold']);
    await ana.setStatus('busy');
    await resumeCall(center.deps, which);
    assert.deepEqual(await chosen(ana), ['active', 'busy', 'in_call']);
    await endCallByAgent(center.deps, which);
    assert.deepEqual(await chosen(ana), ['active', 'busy', 'wrapping']);
    await wrapUp(center, ana);
    assert.deepEqual(await chosen(ana), ['busy', null, 'busy']);
  });

  it('is taken back by choosing what it is', async () => {
    const { ana, callId } = await center.talking();
    await ana.setStatus('offline');
    await ana.setStatus('active');
    assert.deepEqual(await chosen(ana), ['active', null, 'in_call']);
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    await wrapUp(center, ana);
    assert.deepEqual(await chosen(ana), ['active', null, 'available']);
  });
});

describe('a status that an agent chooses to whom a call is passed on', () => {
  let center: CallCenter;
  let talk: Awaited<ReturnType<CallCenter['talking']>>;
  let ben: TestAgent;
  beforeEach(async () => {
    center = await createCallCenter();
    talk = await center.talking();
    ben = await center.agent('Ben');
  });
  afterEach(() => center.close());

  const { ofAna, ofBen, answer, answerAndSpeak } = passingOn(() => ({ center, talk, ben }));
  const pass = (kind: 'cold' | 'warm') => startTransfer(center.deps, { ...ofAna(), targetId: ben.id, kind });

  it('sends a transfer that rings back to where it came from (TRA-3, E-09)', async () => {
    await pass('cold');
    await ben.setStatus('away');
    assert.deepEqual(await chosen(ben), ['away', null, 'away']);
    const { call } = await talk.ana.state();
    assert.deepEqual([call?.state, call?.transfer?.state], ['active', 'failed']);
    assert.equal(await ben.ringing(), undefined);
  });

  it('waits once the transfer is answered, through the call and its wrap-up', async () => {
    await pass('cold');
    await answerAndSpeak();
    await ben.setStatus('away');
    assert.deepEqual(await chosen(ben), ['active', 'away', 'in_call']);
    await endCallByAgent(center.deps, ofBen());
    await wrapUp(center, ben);
    assert.deepEqual(await chosen(ben), ['away', null, 'away']);
  });

  it('waits between the answer and the first word, and comes into force when the media fails (E-05)', async () => {
    await pass('cold');
    await answer();
    await ben.setStatus('away');
    assert.deepEqual(await chosen(ben), ['active', 'away', 'in_call']);
    await agentMediaFailed(center.deps, { ...ofBen(), reason: 'microphone_in_use' });
    assert.deepEqual(await chosen(ben), ['away', null, 'away']);
    assert.equal((await talk.ana.state()).call?.state, 'active');
  });

  it('waits while the two talk about the call, and comes into force when it stays with the other', async () => {
    await pass('warm');
    await answerAndSpeak();
    await ben.setStatus('away');
    assert.deepEqual(await chosen(ben), ['active', 'away', 'in_call']);
    await cancelTransfer(center.deps, ofAna());
    assert.deepEqual(await chosen(ben), ['away', null, 'away']);
  });

  it('waits for the wrap-up of whoever passes the call on, and of whoever gets it', async () => {
    await pass('warm');
    await answerAndSpeak();
    await talk.ana.setStatus('busy');
    await ben.setStatus('away');
    assert.deepEqual((await chosen(talk.ana)).slice(0, 2), ['active', 'busy']);
    await completeWarmTransfer(center.deps, ofAna());
    assert.deepEqual(await chosen(talk.ana), ['active', 'busy', 'wrapping']);
    await wrapUp(center, talk.ana);
    assert.deepEqual(await chosen(talk.ana), ['busy', null, 'busy']);
    await endCallByAgent(center.deps, ofBen());
    assert.deepEqual(await chosen(ben), ['active', 'away', 'wrapping']);
    await wrapUp(center, ben);
    assert.deepEqual(await chosen(ben), ['away', null, 'away']);
  });
});
