import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Deps } from '../deps.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { agentStream } from '../transition/publish-changes.js';
import { agentFarewell } from './agent-farewell.js';
import { agentStreamClosed, forgetStreamsBefore, forgetStreamsOf, noteAgentStream } from './agent-streams.js';
import { openAgentSession } from './open-agent-session.js';

describe('streams of an agent at two servers', () => {
  let center: CallCenter;
  let ana: Awaited<ReturnType<CallCenter['agent']>>;
  let bearer: string;
  /** Another process on the same database: it knows nothing of who subscribes here. */
  let elsewhere: Deps;
  beforeEach(async () => {
    center = await createCallCenter();
    ana = await center.agent('Ana');
    ({ bearer } = await openAgentSession(center.deps, { extId: 'ana' }));
    elsewhere = { ...center.deps, serverId: 'srv_other' };
    await (await center.customer()).call();
  });
  afterEach(() => center.close());

  const rings = async () => (await ana.ringing()) !== undefined;

  it('one that breaks here takes no ring from the page that listens there (F30)', async () => {
    await noteAgentStream(elsewhere, { agentId: ana.id, bearer });
    await agentStreamClosed(center.deps, { agentId: ana.id });
    assert.equal(await rings(), true);
  });

  it('the last one takes it, wherever the ones before were', async () => {
    const there = await noteAgentStream(elsewhere, { agentId: ana.id, bearer });
    const id = (await center.deps.db.read((q) => q.get<{ id: string }>('select id from agent_stream')))?.id ?? '';
    assert.equal(await there.mayListen(), true);
    await agentStreamClosed(elsewhere, { agentId: ana.id, streamId: id });
    assert.equal(await rings(), false);
  });

  it('a farewell counts those of other servers too', async () => {
    const stop = center.deps.streams.subscribe(agentStream(ana.id), { ring: () => undefined });
    await noteAgentStream(elsewhere, { agentId: ana.id, bearer });
    await agentFarewell(center.deps, { agentId: ana.id });
    assert.equal(await rings(), true);
    stop();
  });

  it('those of a server that ended without a word count no more after a while', async () => {
    await noteAgentStream(elsewhere, { agentId: ana.id, bearer });
    center.clock.moveTo(center.deps.now() + 70_000);
    await ana.present();
    await agentStreamClosed(center.deps, { agentId: ana.id });
    assert.equal(await rings(), false);
  });

  it('those of a server that stopped count no more at once', async () => {
    await noteAgentStream(elsewhere, { agentId: ana.id, bearer });
    await forgetStreamsOf(elsewhere);
    await agentStreamClosed(center.deps, { agentId: ana.id });
    assert.equal(await rings(), false);
  });

  it('those of a server that crashed count no more when the one server on SQLite starts', async () => {
    await noteAgentStream(elsewhere, { agentId: ana.id, bearer });
    await forgetStreamsBefore(center.deps);
    await agentStreamClosed(center.deps, { agentId: ana.id });
    // On PostgreSQL it may be a server that runs.
    assert.equal(await rings(), center.deps.db.dialect === 'postgresql');
  });

  it('may not listen on once the session is over', async () => {
    const stream = await noteAgentStream(center.deps, { agentId: ana.id, bearer });
    await center.deps.db.tx((q) => q.run('delete from agent_session'));
    assert.equal(await stream.mayListen(), false);
  });
});
