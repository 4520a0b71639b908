import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { claimCall } from '../call/claim-call.js';
import { customerLeave } from '../call/customer-leave.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { listConversations } from '../conversation/list-conversations.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { archiveQueue } from './archive-queue.js';
import { changeQueue } from './change-queue.js';
import { createQueue } from './create-queue.js';
import { listQueues } from './list-queues.js';

const refused = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe('setting up queues', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const support = async () => {
    const found = (await listQueues(center.deps)).queues.find(({ id }) => id === center.queueId);
    assert.ok(found);
    return found;
  };
  const change = async (settings: Omit<Parameters<typeof changeQueue>[1]['change'], 'version'>) =>
    changeQueue(center.deps, { queueId: center.queueId, change: { version: (await support()).version, ...settings } });

  it('creates a queue with the usual values, and lists it by name with who belongs to it and waits', async () => {
    const created = await createQueue(center.deps, { key: 'accounts', name: 'Accounts' });
    assert.deepEqual(created, {
      id: created.id,
      key: 'accounts',
      name: 'Accounts',
      ringMs: null,
      wrapUpMs: null,
      autoAssign: true,
      waitingSound: 'ringing',
      holdSound: 'music',
      holdMusic: null,
      holdAnnouncement: null,
      agents: 0,
      waiting: 0,
      version: 1,
    });
    await center.agent('Ana', { active: false });
    await (await center.customer()).call();
    const { queues } = await listQueues(center.deps);
    assert.deepEqual(
      queues.map(({ name, agents, waiting }) => [name, agents, waiting]),
      [
        ['Accounts', 0, 0],
        ['Customer support', 1, 1],
      ],
    );
  });

  it('gives a key once, whoever races', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => createQueue(center.deps, { key: 'sales', name: `Sales ${i}` })),
    );
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const one of tries) if (one.status === 'rejected') assert.ok(refused('key_taken')(one.reason));
  });

  it('takes one of two changes made from the same version, and loses neither silently', async () => {
    const { id, version } = await support();
    const tries = await Promise.allSettled(
      ['One', 'Two'].map((name) => changeQueue(center.deps, { queueId: id, change: { version, name } })),
    );
    assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await support()).version, version + 1);
    await assert.rejects(
      changeQueue(center.deps, { queueId: id, change: { version, ringMs: 5_000 } }),
      refused('changed_meanwhile'),
    );
  });

  it('leaves what a change does not name, and takes null for the server’s own time', async () => {
    await change({ ringMs: 5_000, wrapUpMs: 60_000, autoAssign: false, waitingSound: 'music' });
    await change({ ringMs: null });
    const { ringMs, wrapUpMs, autoAssign, waitingSound, name } = await support();
    assert.deepEqual([ringMs, wrapUpMs, autoAssign, waitingSound], [null, 60_000, false, 'music']);
    assert.equal(name, 'Customer support');
  });

  it('tells its agents its new name', async () => {
    const ana = await center.agent('Ana');
    const { position } = await ana.state();
    await change({ name: 'Help desk' });
    const after = await ana.state();
    assert.deepEqual(after.agent.queues, [{ id: center.queueId, name: 'Help desk' }]);
    assert.ok(after.position > position);
  });

  it('tells those who wait its new name and sound', async () => {
    const guest = await center.customer();
    const before = (await guest.call()).call;
    assert.equal(before.waitingSound, 'ringing');
    await change({ waitingSound: 'music', name: 'Help desk' });
    const { waitingSound, queueName, version } = (await guest.call()).call;
    assert.deepEqual([waitingSound, queueName], ['music', 'Help desk']);
    assert.ok(version > before.version);
  });

  it('lets a phone ring for its own time, not a millisecond longer', async () => {
    await change({ ringMs: 3_000 });
    const ana = await center.agent('Ana');
    await (await center.customer()).call();
    await center.advance(2_999);
    assert.ok(await ana.ringing());
    await center.advance(1);
    assert.equal(await ana.ringing(), undefined);
  });

  it('gives its own time for wrapping up', async () => {
    await change({ wrapUpMs: 90_000 });
    const { ana, callId } = await center.talking();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    const { wrapUp } = await ana.state();
    assert.equal((wrapUp?.endsAt ?? 0) - (wrapUp?.openedAt ?? 0), 90_000);
  });

  it('opens no wrap-up where there is none: its agent is free at once', async () => {
    await change({ wrapUpMs: 0 });
    const { ana, callId } = await center.talking();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    const { wrapUp, agent } = await ana.state();
    assert.equal(wrapUp, null);
    assert.equal(agent.availability, 'available');
  });

  it('is not archived while a call or a link configuration needs it, and rings nowhere afterwards', async () => {
    await assert.rejects(archiveQueue(center.deps, { queueId: center.queueId }), refused('queue_in_use'));
    const { id } = await createQueue(center.deps, { key: 'old', name: 'Old' });
    const ana = await center.agent('Ana', { queues: [id] });
    await archiveQueue(center.deps, { queueId: id });
    assert.deepEqual((await ana.state()).agent.queues, []);
    await assert.rejects(archiveQueue(center.deps, { queueId: id }), refused('not_found'));
    await assert.rejects(createQueue(center.deps, { key: 'old', name: 'New' }), refused('key_taken'));
    assert.ok(!(await listQueues(center.deps)).queues.some((queue) => queue.id === id));
  });
});

describe('a queue without automatic assignment', () => {
  let center: CallCenter;
  beforeEach(async () => {
    center = await createCallCenter();
    await changeQueue(center.deps, { queueId: center.queueId, change: { version: 1, autoAssign: false } });
  });
  afterEach(() => center.close());

  const waiting = async () => {
    const guest = await center.customer();
    return { guest, callId: (await guest.call()).call.id };
  };

  it('rings at nobody, until an agent takes the call from the list', async () => {
    const ana = await center.agent('Ana');
    const { callId } = await waiting();
    assert.equal(await ana.ringing(), undefined);
    await claimCall(center.deps, { agentId: ana.id, callId });
    assert.equal((await ana.ringing())?.callId, callId);
    await ana.accept();
    assert.equal((await ana.state()).call?.id, callId);
  });

  it('shows a call to be taken in its conversation, while it waits and no longer', async () => {
    const ana = await center.agent('Ana');
    const listed = async () =>
      (await listConversations(center.deps, { agentId: ana.id })).conversations[0]?.waitingCallId;
    const { callId } = await waiting();
    assert.equal(await listed(), callId);
    await claimCall(center.deps, { agentId: ana.id, callId });
    assert.equal(await listed(), null);
    await ana.setStatus('away');
    assert.equal(await listed(), callId);
    const before = (await ana.state()).position;
    await changeQueue(center.deps, { queueId: center.queueId, change: { version: 2, autoAssign: true } });
    assert.equal(await listed(), null);
    const { events } = await center.deps.streams.readEvents(`agent:${ana.id}`, before);
    assert.ok(events.some(({ type, body }) => type === 'conversation' && body.includes('"waitingCallId":null')));
  });

  it('rings by itself as soon as that is turned on', async () => {
    const ana = await center.agent('Ana');
    const { callId } = await waiting();
    await changeQueue(center.deps, { queueId: center.queueId, change: { version: 2, autoAssign: true } });
    assert.equal((await ana.ringing())?.callId, callId);
  });

  it('gives a call to one of all who take it at once', async () => {
    const agents = [];
    for (const name of ['Ana', 'Ben', 'Cleo', 'Dan']) agents.push(await center.agent(name));
    const { callId } = await waiting();
    const tries = await Promise.allSettled(agents.map(({ id }) => claimCall(center.deps, { agentId: id, callId })));
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const one of tries) if (one.status === 'rejected') assert.ok(refused('offer_taken')(one.reason));
  });

  it('gives nothing to who is away, busy with a ring, on a call, or not of the queue', async () => {
    const { callId } = await waiting();
    const away = await center.agent('Ana', { active: false });
    await assert.rejects(claimCall(center.deps, { agentId: away.id, callId }), refused('agent_unavailable'));
    const stranger = await center.agent('Ben', { queues: [] });
    await assert.rejects(claimCall(center.deps, { agentId: stranger.id, callId }), refused('not_found'));
    const cleo = await center.agent('Cleo');
    const other = await waiting();
    await claimCall(center.deps, { agentId: cleo.id, callId });
    await assert.rejects(
      claimCall(center.deps, { agentId: cleo.id, callId: other.callId }),
      refused('agent_unavailable'),
    );
    await cleo.accept();
    await assert.rejects(
      claimCall(center.deps, { agentId: cleo.id, callId: other.callId }),
      refused('agent_unavailable'),
    );
  });

  it('has the call back in the list when the one who took it does not answer', async () => {
    const ana = await center.agent('Ana');
    const { guest, callId } = await waiting();
    await claimCall(center.deps, { agentId: ana.id, callId });
    await center.pass(center.deps.settings.ringMs, [guest, ana]);
    assert.equal(await ana.ringing(), undefined);
    assert.equal((await guest.call()).call.state, 'queued');
    await claimCall(center.deps, { agentId: ana.id, callId });
    assert.ok(await ana.ringing());
  });

  it('knows a call no more that has ended', async () => {
    const ana = await center.agent('Ana');
    const { guest, callId } = await waiting();
    await customerLeave(center.deps, guest.key);
    await assert.rejects(claimCall(center.deps, { agentId: ana.id, callId }), refused('call_ended'));
  });
});
