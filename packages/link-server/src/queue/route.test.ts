import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CustomerCall } from '@carillon/contract';
import { customerLeave } from '../call/customer-leave.js';
import { customerToken } from '../call/customer-token.js';
import { createCallLink } from '../call-link/create-call-link.js';
import { ensureConfigurations } from '../call-link/ensure-configurations.js';
import { declineOffer } from '../offer/decline-offer.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { callStream } from '../transition/publish-changes.js';
import { ensureQueue } from './ensure-queue.js';
import { retryAfterMs } from './match-calls.js';

describe('routing', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** A customer who waits, and their call's id. */
  async function waiting(code?: string) {
    const guest = await center.customer(code);
    const { call } = await guest.call();
    center.clock.moveTo(center.deps.now() + 1);
    return { ...guest, id: call.id, position: async () => (await customerToken(center.deps, guest.key)).call.position };
  }

  /** The positions that a customer's page was told, oldest first. */
  async function told(callId: string) {
    const { events } = await center.deps.streams.readEvents(callStream(callId), 0);
    return events.map(({ body }) => CustomerCall.parse(JSON.parse(body)).position);
  }

  const prioritise = (id: string) => center.deps.db.tx((q) => q.run('update call set priority = 1 where id = $1', id));

  it('takes the oldest call first', async () => {
    const [first, second] = [await waiting(), await waiting()];
    const ana = await center.agent('Ana');
    assert.equal((await ana.ringing())?.callId, first.id);
    const ben = await center.agent('Ben');
    assert.equal((await ben.ringing())?.callId, second.id);
  });

  it('takes a call with priority before older ones', async () => {
    await waiting();
    const urgent = await waiting();
    await prioritise(urgent.id);
    const ana = await center.agent('Ana');
    assert.equal((await ana.ringing())?.callId, urgent.id);
    assert.equal(await urgent.position(), 1);
  });

  it('tells everybody who moves up, and nobody else', async () => {
    const [first, second, third] = [await waiting(), await waiting(), await waiting()];
    assert.deepEqual([await first.position(), await second.position(), await third.position()], [1, 2, 3]);
    await customerLeave(center.deps, second.key);
    assert.deepEqual([await first.position(), await third.position()], [1, 2]);
    assert.deepEqual([await told(first.id), await told(third.id)], [[1], [3, 2]]);
    const ana = await center.agent('Ana');
    assert.equal(await first.position(), 1, 'whoever rings is still in line');
    await ana.accept();
    assert.equal(await first.position(), null);
    assert.equal(await third.position(), 1);
    assert.deepEqual(await told(third.id), [3, 2, 1]);
  });

  it('counts each queue for itself and rings only at its members (RCV-5)', async () => {
    const { deps } = center;
    const sales = await ensureQueue(deps, { key: 'sales', name: 'Sales' });
    const brand = { name: 'Northwind', color: '#0f62c4', welcome: 'Welcome' };
    await ensureConfigurations(deps, [{ key: 'sales', kind: 'one-time', queueId: sales, lifeMs: 60_000, brand }]);
    const support = await waiting();
    const { url } = await createCallLink(deps, { agentId: null, displayName: 'Jo', configuration: 'sales' });
    const buyer = await waiting(url.slice(url.lastIndexOf('/') + 1));
    assert.deepEqual([await support.position(), await buyer.position()], [1, 1]);
    const seller = await center.agent('Sela', { queues: [sales] });
    assert.equal((await seller.ringing())?.callId, buyer.id);
    assert.equal((await seller.ringing())?.queueName, 'Sales');
    const both = await center.agent('Bo', { queues: [sales, center.queueId] });
    assert.equal((await both.ringing())?.callId, support.id);
  });

  it('asks those who let a call pass only after all others', async () => {
    const [ana, ben, cleo] = [await center.agent('Ana'), await center.agent('Ben'), await center.agent('Cleo')];
    const guest = await waiting();
    const asked: string[] = [];
    for (let i = 0; i < 5; i++) {
      const all = [
        ['Ana', ana],
        ['Ben', ben],
        ['Cleo', cleo],
      ] as const;
      for (const [name, agent] of all) {
        const offer = await agent.ringing();
        if (!offer) continue;
        asked.push(name);
        await center.pass(1_000, [ana, ben, cleo, guest]);
        await declineOffer(center.deps, { agentId: agent.id, offerId: offer.id });
        break;
      }
      if (i === 2) await center.pass(retryAfterMs, [ana, ben, cleo, guest]);
    }
    assert.deepEqual(asked.slice(0, 4), ['Ana', 'Ben', 'Cleo', 'Ana'], 'then again, whoever passed longest ago');
  });

  it('rings again exactly when the pause is over', async () => {
    const ana = await center.agent('Ana');
    const guest = await waiting();
    await declineOffer(center.deps, { agentId: ana.id, offerId: (await ana.ringing())?.id ?? '' });
    await center.pass(retryAfterMs - 1, [ana, guest]);
    assert.equal(await ana.ringing(), undefined);
    await center.pass(1, [ana, guest]);
    assert.ok(await ana.ringing());
  });

  it('gives somebody who let one call pass the next one at once', async () => {
    const ana = await center.agent('Ana');
    await waiting();
    const second = await waiting();
    await declineOffer(center.deps, { agentId: ana.id, offerId: (await ana.ringing())?.id ?? '' });
    assert.equal((await ana.ringing())?.callId, second.id);
  });

  it('spares whoever has just missed a call while others are free (spec §3.3)', async () => {
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    const first = await waiting();
    await center.pass(center.deps.settings.ringMs, [ana, ben, first]);
    await customerLeave(center.deps, first.key);
    await waiting();
    assert.ok(await ben.ringing(), 'although Ana has been idle longer');
    await waiting();
    assert.ok(await ana.ringing(), 'who is asked when nobody else is free');
  });

  it('passes over customers who are away, and keeps their place', async () => {
    const first = await waiting();
    const second = await waiting();
    await center.pass(center.deps.settings.presenceGoneMs, [second]);
    const ana = await center.agent('Ana');
    assert.equal((await ana.ringing())?.callId, second.id);
    assert.equal(await first.position(), 1);
  });

  it('is done when the answers come: a place in line for the customer, a ring for whoever becomes Active', async () => {
    const { call } = await (await center.customer()).call();
    assert.deepEqual([call.state, call.position], ['queued', 1]);
    const ana = await center.agent('Ana', { active: false });
    assert.equal((await ana.setStatus('active')).availability, 'ringing');
    const again = await (await center.customer()).call();
    assert.equal(again.call.position, 2);
  });

  it('looks for agents once, however long the line is', async () => {
    const code = await center.link('reusable');
    for (let i = 0; i < 30; i++) await waiting(code);
    let reads = 0;
    const counted = {
      ...center.deps,
      db: {
        ...center.deps.db,
        read: center.deps.db.read.bind(center.deps.db),
        onRing: center.deps.db.onRing.bind(center.deps.db),
        tx: <T>(body: Parameters<typeof center.deps.db.tx<T>>[0]) =>
          center.deps.db.tx<T>((q) => {
            const all: typeof q.all = (sql, ...args) => {
              if (sql.includes('from agent join agent_queue')) reads++;
              return q.all(sql, ...args);
            };
            return body({
              all,
              get: (sql, ...args) => q.get(sql, ...args),
              run: (sql, ...args) => q.run(sql, ...args),
              script: (sql) => q.script(sql),
              afterCommit: (callback) => q.afterCommit(callback),
              ring: (topic) => q.ring(topic),
            });
          }),
      },
    };
    await customerLeave(counted, (await waiting(code)).key);
    assert.equal(reads, 1);
  });
});
