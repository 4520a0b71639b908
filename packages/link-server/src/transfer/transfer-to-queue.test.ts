import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { customerLeave } from '../call/customer-leave.js';
import { listConversations } from '../conversation/list-conversations.js';
import { ensureQueue } from '../queue/ensure-queue.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { passingOn } from '../testing/passing-on.js';
import { closeWrapUp } from '../wrap-up/close-wrap-up.js';
import { transferToQueue } from './transfer-to-queue.js';

const refused = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe('passing a call on to a queue', () => {
  let center: CallCenter;
  let talk: Awaited<ReturnType<CallCenter['talking']>>;
  let ben: Awaited<ReturnType<CallCenter['agent']>>;
  beforeEach(async () => {
    center = await createCallCenter();
    talk = await center.talking();
    ben = await center.agent('Ben');
  });
  afterEach(() => center.close());

  const { ofAna, record, timeline } = passingOn(() => ({ center, talk, ben }));
  /** What the timeline says from the transfer on. */
  const story = async (agentId?: string) =>
    (await timeline(agentId)).map(({ type, actor, text }) => [type, actor, text]);

  let sales: string;
  beforeEach(async () => (sales = await ensureQueue(center.deps, { key: 'sales', name: 'Sales' })));
  const toSales = () => transferToQueue(center.deps, { ...ofAna(), queueId: sales });

  it('ends on the side of the agent and rings there (TRQ-3)', async () => {
    const sue = await center.agent('Sue', { queues: [sales] });
    const { call } = await toSales();
    assert.deepEqual([call.state, call.endReason], ['ended', 'transferred']);
    const { wrapUp, call: left } = await talk.ana.state();
    assert.deepEqual([wrapUp?.callId, left], [talk.callId, null]);
    const offer = await sue.ringing();
    assert.deepEqual([offer?.callId, offer?.queueName], [talk.callId, 'Sales']);
    await sue.accept();
    const { state, agentName, queueName } = await record();
    assert.deepEqual([state, agentName, queueName], ['connecting', 'Sue', 'Sales']);
  });

  it('puts the customer before those who have not been answered yet', async () => {
    const sue = await center.agent('Sue', { queues: [sales] });
    await sue.setStatus('active');
    await toSales();
    assert.equal((await sue.ringing())?.callId, talk.callId);
  });

  it('is refused when nobody is at work there, and the call stays (TRQ-4)', async () => {
    await assert.rejects(toSales(), refused('target_unavailable'));
    await center.agent('Sue', { queues: [sales], active: false });
    await assert.rejects(toSales(), refused('target_unavailable'));
    assert.equal((await record()).state, 'active');
  });

  it('keeps the clock of the call, and ends it as left when the customer gives up waiting', async () => {
    const sue = await center.agent('Sue', { queues: [sales] });
    const { establishedAt } = await record();
    await toSales();
    assert.equal((await record()).establishedAt, establishedAt);
    await customerLeave(center.deps, talk.guest.key);
    assert.equal((await record()).endReason, 'abandoned_in_queue');
    assert.deepEqual([await sue.ringing(), (await sue.state()).wrapUp], [undefined, null]);
  });

  it('ends when the customer is gone while they wait again', async () => {
    await center.agent('Sue', { queues: [sales] });
    await toSales();
    await center.pass(center.deps.settings.leaseMs + 1_000, [talk.ana]);
    const row = await center.deps.db.read((q) =>
      q.get('select state, end_reason from call where id = $1', talk.callId),
    );
    assert.deepEqual({ ...row }, { state: 'ended', end_reason: 'abandoned_in_queue' });
  });

  it('leaves the agent the conversation while they wrap it up', async () => {
    await center.agent('Sue', { queues: [sales] });
    await toSales();
    assert.ok(
      (await story()).some(([type, actor, text]) => type === 'call_transferred' && actor === 'Ana' && text === 'Sales'),
    );
    const { wrapUp } = await talk.ana.state();
    await closeWrapUp(center.deps, {
      agentId: talk.ana.id,
      wrapUpId: wrapUp?.id ?? '',
      note: '',
      conversationStatus: 'open',
    });
    await assert.rejects(story(), refused('conversation_not_found'));
    const { conversations } = await listConversations(center.deps, { agentId: talk.ana.id });
    assert.equal(conversations.length, 0);
  });
});
