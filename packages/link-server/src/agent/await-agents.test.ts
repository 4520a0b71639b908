import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createCallCenter, restart } from '../testing/call-center.js';
import { startTransfer } from '../transfer/start-transfer.js';
import { awaitAgents } from './await-agents.js';

/** Ana passes a call on to Ben, it rings there, and the server is away for so long. */
async function awayFor(t: TestContext, ms: number, starts: typeof awaitAgents = awaitAgents) {
  const before = await createCallCenter();
  const { ana, callId, guest } = await before.talking();
  const ben = await before.agent('Ben');
  await before.pass(1_000, [ana, ben, guest]);
  await startTransfer(before.deps, { agentId: ana.id, callId, targetId: ben.id });
  const center = await restart(before, ms);
  t.after(() => center.close());
  await starts(center.deps);
  await center.advance(1);
  return { center, ana: center.agentOf(ana.id, 'Ana'), ben: center.agentOf(ben.id, 'Ben') };
}

const sqliteOnly = { skip: process.env['TEST_STORE'] === 'postgresql' && 'other servers were there meanwhile' };

describe('agents after a server was away', sqliteOnly, () => {
  it('are there still, and what rang goes on, though nobody could say so for longer than counts (E-23)', async (t) => {
    const { ana, ben } = await awayFor(t, 20_000);
    assert.ok(await ben.ringing());
    assert.equal((await ana.state()).call?.away, 'customer', 'whose page has as long as a call waits');
    assert.equal((await ana.state()).call?.state, 'transferring');
    await ben.accept();
  });

  it('are gone when they say nothing in the usual time after it (E-23)', async (t) => {
    const { center, ana, ben } = await awayFor(t, 14_500);
    await center.advance(center.deps.settings.presenceGoneMs - 2);
    assert.ok(await ben.ringing(), 'a millisecond before');
    await ana.present();
    await center.advance(1);
    assert.equal(await ben.ringing(), undefined);
    assert.equal((await ana.state()).call?.transfer?.reason, 'offline');
  });

  it('are gone without that, as they were before', async (t) => {
    const { ben } = await awayFor(t, 20_000, () => Promise.resolve());
    assert.equal(await ben.ringing(), undefined);
  });

  it('are not counted on after longer than a call waits for a side', async (t) => {
    const { center, ben } = await awayFor(t, 0);
    const { absentMs } = center.deps.settings;
    const until = center.deps.now() - absentMs;
    const put = (at: number) =>
      center.deps.db.tx((q) => q.run('update agent set presence_until = $2 where id = $1', ben.id, at));
    const kept = async () =>
      (await center.deps.db.read((q) =>
        q.get<{ presence_until: number }>('select presence_until from agent where id = $1', ben.id),
      )) ?? { presence_until: 0 };
    await put(until);
    await awaitAgents(center.deps);
    assert.equal((await kept()).presence_until, until, 'the first that is too long ago');
    await put(until + 1);
    await awaitAgents(center.deps);
    assert.equal((await kept()).presence_until, center.deps.now() + center.deps.settings.presenceGoneMs);
  });

  it('are not there again who had gone before', async (t) => {
    const before = await createCallCenter();
    const ana = await before.agent('Ana');
    await before.advance(before.deps.settings.presenceGoneMs);
    const center = await restart(before, 1_000);
    t.after(() => center.close());
    await awaitAgents(center.deps);
    assert.equal((await center.agentOf(ana.id, 'Ana').state()).agent.availability, 'offline');
  });
});
