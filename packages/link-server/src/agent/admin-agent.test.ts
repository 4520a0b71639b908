import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { changeQueue } from '../queue/change-queue.js';
import { createQueue } from '../queue/create-queue.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { archiveAgent } from './archive-agent.js';
import { changeAgent } from './change-agent.js';
import { createAgent } from './create-agent.js';
import { findAgentSession } from './find-agent-session.js';
import { listAccounts } from './list-accounts.js';
import { openAgentSession } from './open-agent-session.js';

const refused = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe('setting up agents', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const create = (externalId: string, queueIds: readonly string[] = [center.queueId]) =>
    createAgent(center.deps, { externalId, name: 'Mia', queueIds: [...queueIds] });

  it('lets a user of the host app work here, who can sign in and is rung at', async () => {
    const account = await create('u-1');
    assert.deepEqual(account, {
      id: account.id,
      externalId: 'u-1',
      name: 'Mia',
      role: 'agent',
      availability: 'offline',
      queueIds: [center.queueId],
      wrapUpMs: null,
      version: 1,
    });
    await openAgentSession(center.deps, { extId: 'u-1' });
    const mia = center.agentOf(account.id, 'Mia');
    await mia.present();
    await mia.setStatus('active');
    await (await center.customer()).call();
    assert.ok(await mia.ringing());
    assert.equal((await listAccounts(center.deps)).agents[0]?.availability, 'ringing');
  });

  for (const [title, own, lasts] of [
    ['before that of the queue and the company', 90_000, 90_000],
    ['or none', 0, null],
    ['or nothing of their own', null, 60_000],
  ] as const)
    it(`gives somebody their own time for wrapping up, ${title} (WRP-4)`, async () => {
      await changeQueue(center.deps, { queueId: center.queueId, change: { version: 1, wrapUpMs: 60_000 } });
      const { ana, callId } = await center.talking();
      await changeAgent(center.deps, { agentId: ana.id, change: { version: 1, wrapUpMs: own } });
      await endCallByAgent(center.deps, { agentId: ana.id, callId });
      const { wrapUp, agent } = await ana.state();
      assert.equal(wrapUp ? wrapUp.endsAt - wrapUp.openedAt : null, lasts);
      assert.equal(agent.availability, own === 0 ? 'available' : 'wrapping');
    });

  for (const [title, change] of [
    ['stays where a change says nothing of it', {}],
    ['goes where a change says so', { wrapUpMs: null }],
    ['may be none', { wrapUpMs: 0 }],
  ] as const)
    it(`a time of one's own ${title}`, async () => {
      const { id } = await createAgent(center.deps, { externalId: 'u-1', name: 'Mia', wrapUpMs: 5_000 });
      const changed = await changeAgent(center.deps, { agentId: id, change: { version: 1, ...change } });
      assert.deepEqual([changed.wrapUpMs, changed.version], ['wrapUpMs' in change ? change.wrapUpMs : 5_000, 2]);
    });

  it('takes each user once', async () => {
    await create('u-1');
    await assert.rejects(create('u-1'), refused('key_taken'));
  });

  it('takes nobody into a queue that is not there, and leaves nothing half-made', async () => {
    await assert.rejects(create('u-1', [`que_${'x'.repeat(22)}`]), refused('invalid_request'));
    assert.deepEqual((await listAccounts(center.deps)).agents, []);
  });

  it('takes one of two changes made from the same version', async () => {
    const { id } = await create('u-1');
    const tries = await Promise.allSettled(
      ['One', 'Two'].map((name) => changeAgent(center.deps, { agentId: id, change: { version: 1, name } })),
    );
    assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });

  it('rings elsewhere what rings at somebody who leaves its queue (RCV-5)', async () => {
    const ana = await center.agent('Ana');
    const ben = await center.agent('Ben');
    await (await center.customer()).call();
    assert.ok(await ana.ringing());
    await changeAgent(center.deps, { agentId: ana.id, change: { version: 1, queueIds: [] } });
    assert.equal(await ana.ringing(), undefined);
    assert.ok(await ben.ringing());
  });

  it('rings on where they stay, and rings waiting calls at who joins', async () => {
    const ana = await center.agent('Ana');
    const { id } = await createQueue(center.deps, { key: 'more', name: 'More' });
    await (await center.customer()).call();
    await changeAgent(center.deps, { agentId: ana.id, change: { version: 1, queueIds: [center.queueId, id] } });
    assert.ok(await ana.ringing());
    const ben = await center.agent('Ben', { queues: [] });
    await (await center.customer()).call();
    assert.equal(await ben.ringing(), undefined);
    await changeAgent(center.deps, { agentId: ben.id, change: { version: 1, queueIds: [center.queueId] } });
    assert.ok(await ben.ringing());
  });

  it('leaves somebody the call they are on, whatever queues they have', async () => {
    const { ana, callId } = await center.talking();
    await changeAgent(center.deps, { agentId: ana.id, change: { version: 1, queueIds: [] } });
    assert.equal((await ana.state()).call?.id, callId);
  });

  it('ends the sessions of who leaves, and rings elsewhere', async () => {
    const ana = await center.agent('Ana');
    const ben = await center.agent('Ben');
    const { bearer } = await openAgentSession(center.deps, { extId: 'ana' });
    await (await center.customer()).call();
    await archiveAgent(center.deps, { agentId: ana.id });
    assert.equal(await findAgentSession(center.deps, bearer), undefined);
    await assert.rejects(openAgentSession(center.deps, { extId: 'ana' }), refused('forbidden'));
    assert.ok(await ben.ringing());
    assert.deepEqual(
      (await listAccounts(center.deps)).agents.map(({ name }) => name),
      ['Ben'],
    );
    await assert.rejects(archiveAgent(center.deps, { agentId: ana.id }), refused('not_found'));
  });

  it('lets nobody go in the middle of a call', async () => {
    const { ana } = await center.talking();
    await assert.rejects(archiveAgent(center.deps, { agentId: ana.id }), refused('agent_busy'));
  });

  it('takes somebody back who left', async () => {
    const { id } = await create('u-1');
    await archiveAgent(center.deps, { agentId: id });
    const again = await create('u-1');
    assert.deepEqual([again.id, again.queueIds, again.version], [id, [center.queueId], 3]);
    await openAgentSession(center.deps, { extId: 'u-1' });
  });
});
