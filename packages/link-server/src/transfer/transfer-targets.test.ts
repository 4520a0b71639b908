import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { changeQueue } from '../queue/change-queue.js';
import { ensureQueue } from '../queue/ensure-queue.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { passingOn } from '../testing/passing-on.js';
import { startTransfer } from './start-transfer.js';
import { transferTargets } from './transfer-targets.js';
import { transferToQueue } from './transfer-to-queue.js';

const refused = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe('whom a call can be passed on to', () => {
  let center: CallCenter;
  let talk: Awaited<ReturnType<CallCenter['talking']>>;
  let ben: Awaited<ReturnType<CallCenter['agent']>>;
  beforeEach(async () => {
    center = await createCallCenter();
    talk = await center.talking();
    ben = await center.agent('Ben');
  });
  afterEach(() => center.close());

  const { ofAna } = passingOn(() => ({ center, talk, ben }));
  const toBen = () => startTransfer(center.deps, { ...ofAna(), targetId: ben.id });

  const targets = () => transferTargets(center.deps, ofAna());

  it('agents of the queue, available first, and never oneself (TRA-1, TRA-2)', async () => {
    await (await center.agent('Away')).setStatus('away');
    await center.agent('Off', { active: false });
    await center.agent('Zoe');
    const { queueName, agents } = await targets();
    assert.equal(queueName, 'Customer support');
    assert.deepEqual(
      agents.map(({ name, availability }) => `${name} ${availability}`),
      ['Ben available', 'Zoe available', 'Away away', 'Off offline'],
    );
  });

  it('queues by who could answer there (TRQ-1)', async () => {
    const sales = await ensureQueue(center.deps, { key: 'sales', name: 'Sales' });
    await ensureQueue(center.deps, { key: 'empty', name: 'Empty' });
    await center.agent('Sue', { queues: [sales] });
    await center.agent('Tom', { queues: [sales] });
    const { queues } = await targets();
    assert.deepEqual(
      queues.map(({ name, available, atWork, waiting }) => [name, available, atWork, waiting]),
      [
        ['Sales', 2, 2, 0],
        ['Customer support', 1, 1, 0],
        ['Empty', 0, 0, 0],
      ],
    );
  });

  it('nobody where the queue does not assign by itself (TRQ-5)', async () => {
    const version = (await center.deps.db.read((q) => q.get<{ version: number }>('select version from queue')))
      ?.version;
    await changeQueue(center.deps, { queueId: center.queueId, change: { version: version ?? 0, autoAssign: false } });
    await assert.rejects(targets(), refused('transfer_not_possible'));
    await assert.rejects(toBen(), refused('transfer_not_possible'));
    assert.equal((await talk.ana.state()).call?.mayTransfer, false);
  });

  it('not a queue without automatic assignment (E-12)', async () => {
    const sales = await ensureQueue(center.deps, { key: 'sales', name: 'Sales' });
    await center.agent('Sue', { queues: [sales] });
    await changeQueue(center.deps, { queueId: sales, change: { version: 1, autoAssign: false } });
    assert.deepEqual(
      (await targets()).queues.map(({ name }) => name),
      ['Customer support'],
    );
    await assert.rejects(transferToQueue(center.deps, { ...ofAna(), queueId: sales }), refused('target_unavailable'));
  });
});
