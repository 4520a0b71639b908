import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { OpenSessionList, type AgentAccountList, type ClosedSessions, type Problem } from '@carillon/contract';
import { agentSessionMs } from '../agent/open-agent-session.js';
import { hostTokenIssuer } from '../identity/host-token.js';
import { createHttpBench, testHostToken, type HttpBench } from '../testing/http-bench.js';

const own = '/v1/agent/sessions';

describe('the sessions of an agent', () => {
  let bench: HttpBench;
  let laptop: string;
  beforeEach(async () => {
    bench = await createHttpBench();
    laptop = await signIn('ana', 'Firefox on Linux');
  });
  afterEach(() => bench.close());

  async function signIn(extId: string, device = ''): Promise<string> {
    const token = await hostTokenIssuer(testHostToken, bench.deps.now)(extId);
    const headers = device === '' ? {} : { 'user-agent': device };
    bench.clock.moveTo(bench.deps.now() + 1);
    return (await bench.ask<{ bearer: string }>('/v1/agent/session', { body: { token }, headers })).json.bearer;
  }
  const list = async (bearer: string, path = own) =>
    OpenSessionList.parse((await bench.ask(path, { bearer })).json).sessions;
  const remove = (path: string, bearer: string) =>
    bench.ask<Problem & ClosedSessions>(path, { method: 'DELETE', bearer });
  /** What asking for the agent's own state answers: 200 while the session is open. */
  const status = async (bearer: string) => (await bench.ask('/v1/agent/state', { bearer })).status;
  async function sessionsOf(name: string, bearer: string): Promise<string> {
    const { agents } = (await bench.ask<AgentAccountList>('/v1/agents', { bearer })).json;
    return `/v1/agents/${agents.find((agent) => agent.name.startsWith(name))?.id}/sessions`;
  }

  it('are listed newest first, by what opened them, and never by what proves them', async () => {
    const phone = await signIn('ana', 'Safari on iPhone');
    const { text } = await bench.ask(own, { bearer: laptop });
    assert.ok(!text.includes(laptop) && !text.includes(phone));
    const sessions = await list(laptop);
    assert.deepEqual(
      sessions.map(({ device, current }) => [device, current]),
      [
        ['Safari on iPhone', false],
        ['Firefox on Linux', true],
      ],
    );
    assert.equal(sessions[0]?.openedAt, bench.deps.now());
    assert.equal(sessions[0]?.expiresAt, bench.deps.now() + agentSessionMs);
  });

  it('come page by page', async () => {
    for (let i = 0; i < 3; i++) await signIn('ana');
    const first = OpenSessionList.parse((await bench.ask(`${own}?limit=3`, { bearer: laptop })).json);
    const rest = OpenSessionList.parse(
      (await bench.ask(`${own}?limit=3&cursor=${first.next}`, { bearer: laptop })).json,
    );
    assert.deepEqual([first.sessions.length, rest.sessions.length, rest.next], [3, 1, null]);
  });

  it('leave out those that have run out', async () => {
    bench.clock.moveTo(bench.deps.now() + agentSessionMs);
    assert.deepEqual(
      (await list(await signIn('ana'))).map(({ current }) => current),
      [true],
    );
  });

  it('keep little of what a browser calls itself, and nothing that cannot be shown', async () => {
    // As a header cannot hold one, it comes as a letter of Latin-1.
    await signIn('ana', `x\u0085${'y'.repeat(500)}`);
    const [newest] = await list(laptop);
    assert.equal(newest?.device, `x ${'y'.repeat(198)}`);
  });

  it('end by logging out, and only that one', async () => {
    const phone = await signIn('ana');
    assert.equal((await remove('/v1/agent/session', laptop)).status, 200);
    assert.deepEqual([await status(laptop), await status(phone)], [401, 200]);
  });

  it('end one by one, from another place', async () => {
    const phone = await signIn('ana', 'phone');
    const lost = (await list(laptop)).find(({ device }) => device === 'phone');
    assert.equal((await remove(`${own}/${lost?.id}`, laptop)).status, 200);
    assert.deepEqual([await status(laptop), await status(phone)], [200, 401]);
    assert.equal((await remove(`${own}/${lost?.id}`, laptop)).json.code, 'not_found');
  });

  it('end all but the one that asks', async () => {
    const others = [await signIn('ana'), await signIn('ana')];
    const ben = await signIn('ben');
    assert.equal((await remove(own, laptop)).json.closed, 2);
    for (const bearer of others) assert.equal(await status(bearer), 401);
    assert.deepEqual([await status(laptop), await status(ben)], [200, 200]);
  });

  it('are nobody else’s to end', async () => {
    const ben = await signIn('ben');
    const [session] = await list(laptop);
    assert.equal((await remove(`${own}/${session?.id}`, ben)).json.code, 'not_found');
    assert.equal(await status(laptop), 200);
  });

  it('are seen and ended by an administrator, to the last one', async () => {
    const bens = [await signIn('ben', 'desk'), await signIn('ben', 'phone')];
    const path = await sessionsOf('Ben', laptop);
    assert.deepEqual(
      (await list(laptop, path)).map(({ device, current }) => [device, current]),
      [
        ['phone', false],
        ['desk', false],
      ],
    );
    assert.equal((await remove(path, laptop)).json.closed, 2);
    for (const bearer of bens) assert.equal(await status(bearer), 401);
    assert.deepEqual(await list(laptop, path), []);
    assert.equal(await status(laptop), 200);
  });

  it('that were ended open no stream any more', async () => {
    const ben = await signIn('ben');
    const response = await bench.app.request('/v1/agent/events', { headers: { authorization: `Bearer ${ben}` } });
    assert.equal(response.status, 200);
    await response.body?.cancel();
    await remove(await sessionsOf('Ben', laptop), laptop);
    const again = await bench.app.request('/v1/agent/events', { headers: { authorization: `Bearer ${ben}` } });
    assert.equal(again.status, 401);
  });
});
