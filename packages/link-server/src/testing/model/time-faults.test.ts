import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { endCallByAgent } from '../../call/end-call-by-agent.js';
import { createCallCenter, type CallCenter } from '../call-center.js';
import { watchTimes } from './time-faults.js';

describe('times of the record', () => {
  let center: CallCenter;
  let ids: Readonly<Record<string, string>>;
  before(async () => {
    center = await createCallCenter();
    const { ana, callId } = await center.talking();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    ids = { call: callId, wrapup: (await ana.state()).wrapUp?.id ?? '' };
  });
  after(() => center.close());

  /** What is told of one change between two looks. The change is taken back. */
  async function change(table: string, column: string, to: string): Promise<string[]> {
    const look = watchTimes();
    const { deps } = center;
    assert.deepEqual(await deps.db.read(look), []);
    assert.deepEqual(await deps.db.read(look), [], 'nothing has changed');
    const before = await deps.db.tx(async (q) => {
      const row = await q.get<Record<string, number>>(`select ${column} from ${table} where id = $1`, ids[table] ?? '');
      await q.run(`update ${table} set ${column} = ${to} where id = $1`, ids[table] ?? '');
      return row?.[column] ?? null;
    });
    const faults = await deps.db.read(look);
    await deps.db.tx((q) => q.run(`update ${table} set ${column} = $2 where id = $1`, ids[table] ?? '', before));
    return faults;
  }

  for (const [table, column, to] of [
    ['call', 'queued_at', 'queued_at - 1'],
    ['call', 'established_at', 'established_at + 1'],
    ['call', 'established_at', 'null'],
    ['wrapup', 'ends_at', 'ends_at - 1'],
    ['wrapup', 'opened_at', 'opened_at + 1'],
  ] as const)
    it(`have gone back where ${column} becomes ${to}`, async () => {
      const [fault = '', ...more] = await change(table, column, to);
      assert.ok(fault.startsWith(`${column} of ${table} ${ids[table]} was `), fault);
      assert.deepEqual(more, []);
    });

  for (const [table, column, to] of [
    ['call', 'queued_at', 'queued_at + 1'],
    ['wrapup', 'ends_at', 'ends_at + 10000'],
  ] as const)
    it(`have not where ${column} becomes ${to}`, async () => assert.deepEqual(await change(table, column, to), []));
});
