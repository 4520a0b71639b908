import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AgentAccount, AgentAccountList, Queue, QueueList, routes, type Problem } from '@carillon/contract';
import { hostTokenIssuer } from '../identity/host-token.js';
import { createHttpBench, testHostToken, type HttpBench } from '../testing/http-bench.js';

describe('the administrator’s routes', () => {
  let bench: HttpBench;
  let admin: string;
  beforeEach(async () => {
    bench = await createHttpBench();
    admin = await bench.signIn('ana');
  });
  afterEach(() => bench.close());

  const code = async (path: string, request: Parameters<HttpBench['ask']>[1]) => {
    const { status, json } = await bench.ask<Partial<Problem>>(path, request);
    return status < 400 ? status : `${status} ${json.code}`;
  };
  const unknown = `que_${'x'.repeat(22)}`;

  it('set up a queue from its making to its end', async () => {
    const body = { key: 'sales', name: 'Sales', ringMs: 20_000 };
    const made = Queue.parse((await bench.ask(routes.queues, { bearer: admin, body })).json);
    assert.deepEqual([made.key, made.ringMs, made.version], ['sales', 20_000, 1]);
    const changed = await bench.ask(routes.queue(made.id), {
      method: 'PATCH',
      bearer: admin,
      body: { version: 1, autoAssign: false },
    });
    assert.equal(Queue.parse(changed.json).autoAssign, false);
    const { queues } = QueueList.parse((await bench.ask(routes.queues, { bearer: admin })).json);
    assert.deepEqual(
      queues.map(({ key }) => key),
      ['support', 'sales'],
    );
    assert.equal(await code(routes.queue(made.id), { method: 'DELETE', bearer: admin }), 200);
    assert.equal(await code(routes.queue(made.id), { method: 'DELETE', bearer: admin }), '404 not_found');
  });

  it('set up an agent from their first day to their last', async () => {
    const body = { externalId: 'mia', name: 'Mia', role: 'supervisor' };
    const made = AgentAccount.parse((await bench.ask(routes.agents, { bearer: admin, body })).json);
    const { queues } = QueueList.parse((await bench.ask(routes.queues, { bearer: admin })).json);
    const changed = await bench.ask(routes.agent(made.id), {
      method: 'PATCH',
      bearer: admin,
      body: { version: 1, queueIds: queues.map(({ id }) => id) },
    });
    assert.equal(AgentAccount.parse(changed.json).queueIds.length, 1);
    const { agents } = AgentAccountList.parse((await bench.ask(routes.agents, { bearer: admin })).json);
    assert.deepEqual(
      agents.map(({ name, role }) => `${name} ${role}`),
      ['Ana Kovač admin', 'Ben Carter agent', 'Mia supervisor'],
    );
    const mia = await bench.signIn('mia');
    assert.equal(await code(routes.agentState, { bearer: mia }), 200);
    assert.equal(await code(routes.agent(made.id), { method: 'DELETE', bearer: admin }), 200);
    assert.equal(await code(routes.agentState, { bearer: mia }), '401 unauthenticated');
  });

  it('say what is in the way, by a code', async () => {
    const { queues } = QueueList.parse((await bench.ask(routes.queues, { bearer: admin })).json);
    const support = routes.queue(queues[0]?.id ?? '');
    for (const [path, request, expected] of [
      [routes.queues, { body: { key: 'support', name: 'Again' } }, '409 key_taken'],
      [routes.queues, { body: { key: 'Sales', name: 'Sales' } }, '400 invalid_request'],
      [support, { method: 'PATCH', body: { version: 7, name: 'X' } }, '409 changed_meanwhile'],
      [support, { method: 'PATCH', body: { name: 'X' } }, '400 invalid_request'],
      [support, { method: 'DELETE' }, '409 queue_in_use'],
      [routes.queue(unknown), { method: 'PATCH', body: { version: 1 } }, '404 not_found'],
      [routes.queue('x'), { method: 'DELETE' }, '404 not_found'],
      [routes.agents, { body: { externalId: 'ben', name: 'Ben' } }, '409 key_taken'],
      [routes.agents, { body: { externalId: 'new', name: 'N', queueIds: [unknown] } }, '400 invalid_request'],
    ] as const)
      assert.equal(await code(path, { bearer: admin, ...request }), expected);
  });

  it('make one queue of a request that is sent twice', async () => {
    const request = {
      bearer: admin,
      headers: { 'idempotency-key': 'sales-queue-1' },
      body: { key: 'sales', name: 'Sales' },
    };
    const first = await bench.ask(routes.queues, request);
    const again = await bench.ask(routes.queues, request);
    assert.deepEqual([first.status, again.status, again.text], [201, 201, first.text]);
  });

  it('are closed to everybody else', async () => {
    const ben = await bench.signIn('ben');
    const { secret } = await bench.caller();
    for (const path of [routes.queues, routes.agents]) {
      assert.equal(await code(path, { bearer: ben }), '403 forbidden');
      assert.equal(await code(path, { bearer: ben, body: {} }), '403 forbidden', 'before the body is looked at');
      assert.equal(await code(path, { bearer: secret }), '403 forbidden');
      assert.equal(await code(path, {}), '401 unauthenticated');
    }
  });

  it('are closed at once to whoever loses the role, and never to the last one', async () => {
    const list = async () => AgentAccountList.parse((await bench.ask(routes.agents, { bearer: admin })).json).agents;
    const [ana, ben] = await list();
    const change = (who: AgentAccount | undefined, bearer: string, role: string) =>
      code(routes.agent(who?.id ?? ''), { method: 'PATCH', bearer, body: { version: who?.version, role } });
    assert.equal(await change(ana, admin, 'agent'), '409 last_admin');
    assert.equal(await code(routes.agent(ana?.id ?? ''), { method: 'DELETE', bearer: admin }), '409 last_admin');
    assert.equal(await change(ben, admin, 'admin'), 200);
    const second = await bench.signIn('ben');
    assert.equal(await change(ana, second, 'agent'), 200);
    assert.equal(await code(routes.queues, { bearer: admin }), '401 unauthenticated');
    assert.equal(await code(routes.queues, { bearer: await bench.signIn('ana') }), '403 forbidden');
  });

  it('open to a session of no higher role than the host app names, and than the record allows', async () => {
    const sign = hostTokenIssuer(testHostToken, bench.deps.now);
    const open = async (extId: string, role?: string) => {
      const { status, json } = await bench.ask<{ bearer: string; role: string }>('/v1/agent/session', {
        body: { token: await sign(extId, { role }) },
      });
      return status === 201 ? json : status;
    };
    assert.equal(await open('ben', 'admin'), 403);
    assert.equal(await open('ben', 'customer'), 403);
    const narrowed = await open('ana', 'agent');
    assert.ok(typeof narrowed === 'object' && narrowed.role === 'agent');
    assert.equal(await code(routes.queues, { bearer: narrowed.bearer }), '403 forbidden');
    const whole = await open('ana');
    assert.ok(typeof whole === 'object' && whole.role === 'admin');
  });
});
