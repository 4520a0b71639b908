import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createCallCenter, newSecret, type CallCenter } from '../testing/call-center.js';
import type { Deps } from '../deps.js';
import { DatabaseUnavailableError } from '../store/database.js';
import { redeemCallLink } from '../call-link/redeem-call-link.js';
import { createRouter } from './router.js';

describe('the router', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** Counts the transactions that route, and lets each of them be held up or fail. */
  function watched(before: (time: number) => Promise<void> = async () => undefined) {
    let times = 0;
    const { db } = center.deps;
    const deps: Deps = {
      ...center.deps,
      db: {
        dialect: db.dialect,
        read: (body) => db.read(body),
        onRing: (listener) => db.onRing(listener),
        close: () => db.close(),
        async tx(body, options) {
          await before(++times);
          return db.tx(body, options);
        },
      },
    };
    return { deps, times: () => times };
  }

  it('routes what was committed before it was asked', async () => {
    const ana = await center.agent('Ana');
    const { deps } = center;
    await (await center.customer()).call();
    await deps.router.route(deps);
    assert.ok(await ana.ringing());
  });

  it('routes once more for all who ask while it routes, and not once for each', async () => {
    const { deps, times } = watched();
    const router = createRouter();
    await Promise.all(Array.from({ length: 50 }, () => router.route(deps)));
    assert.equal(times(), 2);
    await router.route(deps);
    assert.equal(times(), 3);
  });

  it('does not share a time that had begun before: what was committed meanwhile is routed by the next', async () => {
    let goOn = () => undefined as void;
    const { deps, times } = watched((time) =>
      time === 1 ? new Promise((resolve) => (goOn = resolve)) : Promise.resolve(),
    );
    const router = createRouter();
    const order: string[] = [];
    const first = router.route(deps).then(() => order.push('first'));
    const second = router.route(deps).then(() => order.push('second'));
    goOn();
    await Promise.all([first, second]);
    assert.deepEqual([order, times()], [['first', 'second'], 2]);
  });

  it('tries again, and thrice at most, while so many ask the database that it is not its turn', async () => {
    const busy = new DatabaseUnavailableError('No connection in time.');
    const { deps, times } = watched((time) => (time === 3 ? Promise.resolve() : Promise.reject(busy)));
    const router = createRouter();
    await router.route(deps);
    assert.deepEqual([times(), center.log.lines], [3, []]);
    await router.route(deps);
    assert.equal(times(), 6);
    assert.deepEqual(
      center.log.lines.map(({ level, event }) => [level, event]),
      [['warn', 'routing_failed']],
    );
    center.log.lines.length = 0;
  });

  it('says in the log that it failed, throws nothing, and routes the next time', async () => {
    const { deps, times } = watched((time) => (time === 1 ? Promise.reject(new Error('gone')) : Promise.resolve()));
    const router = createRouter();
    await router.route(deps);
    assert.deepEqual(
      center.log.lines.map(({ event }) => event),
      ['routing_failed'],
    );
    await router.route(deps);
    assert.equal(times(), 2);
    center.log.lines.length = 0;
  });

  it('rings 250 calls at 250 agents, each at one, in more than one transaction', async () => {
    const { deps, queueId } = center;
    const agents = 250;
    await deps.db.tx(async (q) => {
      for (let i = 0; i < agents; i++) {
        const values = [`agt_${i}`, `ext-${i}`, `Agent ${i}`, i];
        await q.run(
          `insert into agent (id, ext_id, name, status, idle_since) values ($1, $2, $3, 'active', $4)`,
          ...values,
        );
        await q.run('insert into agent_queue (agent_id, queue_id) values ($1, $2)', `agt_${i}`, queueId);
      }
    });
    const codes = await Promise.all(Array.from({ length: agents }, () => center.link()));
    await Promise.all(codes.map((code) => redeemCallLink(deps, { code, secret: newSecret(), medium: 'audio' })));
    await deps.db.tx((q) => q.run('update agent set presence_until = $1', deps.now() + 60_000));
    await deps.router.route(deps);
    const counted = await deps.db.read((q) =>
      q.get(`select count(*) as rings, count(distinct agent_id) as agents, count(distinct call_id) as calls,
        (select count(*) from call where state <> 'offering') as others from offer where state = 'ringing'`),
    );
    assert.deepEqual(counted, { rings: agents, agents, calls: agents, others: 0 });
  });

  it('tells agents of a new call once, with its place (RCV-2)', async () => {
    const ana = await center.agent('Ana', { active: false });
    await (await center.customer()).call();
    const told = await center.deps.db.read((q) =>
      q.all<{ type: string }>(`select type from event where stream = $1 and type = 'conversation'`, `agent:${ana.id}`),
    );
    assert.equal(told.length, 1);
  });
});
