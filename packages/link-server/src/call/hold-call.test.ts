import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { changeQueue } from '../queue/change-queue.js';
import { keepSound } from '../sound/keep-sound.js';
import { wavOf } from '../testing/sounds.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { callIn, type CallInState } from '../testing/call-in-state.js';
import { customerLeave } from './customer-leave.js';
import { endCallByAgent } from './end-call-by-agent.js';
import { holdCall } from './hold-call.js';
import { resumeCall } from './resume-call.js';

describe('a call on hold', () => {
  let center: CallCenter;
  let call: CallInState;
  beforeEach(async () => {
    center = await createCallCenter();
    call = await callIn(center, 'active');
  });
  afterEach(() => center.close());

  const hold = () => holdCall(center.deps, call.which);
  const resume = () => resumeCall(center.deps, call.which);
  const pass = (ms: number) => center.pass(ms, [call.ana, call.guest]);
  /** What the timeline says of holds: type, who, how long. */
  const holds = async () => {
    const { conversation_id: conversationId } = await center.deps.db.read(
      async (q) => (await q.get<{ conversation_id: string }>('select conversation_id from call'))!,
    );
    const { timeline } = await readConversationDetail(center.deps, { agentId: call.ana.id, conversationId });
    return timeline
      .filter(({ type }) => type === 'call_on_hold' || type === 'hold_ended')
      .map(({ type, actor, durationMs }) => [type, actor, durationMs]);
  };

  it('tells both sides since when, and the customer what they hear (HLD-2, HLD-5)', async () => {
    const { call: held, serverNow } = await hold();
    assert.deepEqual([held.state, held.heldAt], ['held', serverNow]);
    const { state, heldAt, holdSound } = await call.current();
    assert.deepEqual([state, heldAt, holdSound], ['held', serverNow, 'music']);
    assert.equal((await call.ana.state()).agent.availability, 'on_hold');
  });

  it('goes on where it was, and the agent is in a call again (HLD-6)', async () => {
    await hold();
    await pass(5_000);
    const { call: resumed } = await resume();
    assert.deepEqual([resumed.state, resumed.heldAt], ['active', null]);
    assert.equal((await call.ana.state()).agent.availability, 'in_call');
  });

  it('is in the timeline with who did it and how long it lasted (HLD-3, HLD-4)', async () => {
    await hold();
    await pass(35_000);
    await resume();
    assert.deepEqual(await holds(), [
      ['call_on_hold', 'Ana', null],
      ['hold_ended', 'Ana', 35_000],
    ]);
  });

  for (const [title, end] of [
    ['the customer leaves (E-07)', () => customerLeave(center.deps, call.guest.key)],
    ['the agent hangs up', () => endCallByAgent(center.deps, call.which)],
  ] as const)
    it(`ends with its call, after so long: ${title}`, async () => {
      await hold();
      await pass(10_000);
      await end();
      assert.deepEqual((await holds()).at(-1), ['hold_ended', null, 10_000]);
      const after = await call.current().catch(() => null);
      assert.ok(after === null || (after.state === 'ended' && after.heldAt === null));
    });

  it('is noted once, however often it is asked for', async () => {
    const { call: first } = await hold();
    const { call: again } = await hold();
    assert.equal(again.version, first.version);
    await Promise.all([resume(), resume(), resume()]);
    assert.deepEqual(
      (await holds()).map(([type]) => type),
      ['call_on_hold', 'hold_ended'],
    );
  });

  it('is none of anybody else’s', async () => {
    const ben = await center.agent('Ben');
    const which = { ...call.which, agentId: ben.id };
    await assert.rejects(holdCall(center.deps, which), { code: 'not_found' });
    await hold();
    await assert.rejects(resumeCall(center.deps, which), { code: 'not_found' });
  });

  it('hears what its queue plays from now on (HLD-7)', async () => {
    await hold();
    const { version } = await call.current();
    await changeQueue(center.deps, { queueId: center.queueId, change: { version: 1, holdSound: 'none' } });
    const after = await call.current();
    assert.equal(after.holdSound, 'none');
    assert.ok(after.version > version);
  });

  it('hears its queue’s own music and what it announces, and nobody is told of its bytes (HLD-7)', async () => {
    await hold();
    const { id } = await keepSound(center.deps, wavOf());
    const holdAnnouncement = { sound: id, everyMs: 30_000 };
    await changeQueue(center.deps, {
      queueId: center.queueId,
      change: { version: 1, holdMusic: id, holdAnnouncement },
    });
    const after = await call.current();
    assert.deepEqual([after.holdSound, after.holdMusic, after.holdAnnouncement], ['music', id, holdAnnouncement]);
    const { call: agents } = await call.ana.state();
    for (const name of ['holdSound', 'holdMusic', 'holdAnnouncement']) assert.ok(!(name in (agents ?? {})), name);
  });
});
