import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { matchCalls, retryAfterMs, type FreeAgent, type Pass, type WaitingCall } from './match-calls.js';

const now = 1_000_000;
const call = (id: string, more: Partial<WaitingCall> = {}): WaitingCall => ({
  id,
  queue_id: 'sales',
  auto_assign: 1,
  sharer_id: null,
  sharer_until: null,
  sharer_waits: 0,
  sharer_passes: 0,
  sharer_there: 0,
  ...more,
});
const agent = (id: string, more: Partial<FreeAgent> = {}): FreeAgent => ({
  id,
  queue_id: 'sales',
  missed: 0,
  idle_since: 0,
  ...more,
});
const pass = (call_id: string, agent_id: string, ago: number): Pass => ({ call_id, agent_id, passed_at: now - ago });
const pairs = (waiting: WaitingCall[], free: FreeAgent[], passes: Pass[] = []) =>
  matchCalls(waiting, free, passes, now).matches.map(({ callId, agentId }) => `${callId} ${agentId}`);

describe('who rings for whom', () => {
  it('serves calls in their order, each at whoever has been idle longest (spec §3.3)', () =>
    assert.deepEqual(
      pairs([call('c1'), call('c2')], [agent('late', { idle_since: 5 }), agent('early', { idle_since: 1 })]),
      ['c1 early', 'c2 late'],
    ));

  it('rings at nobody of another queue', () =>
    assert.deepEqual(pairs([call('c1'), call('c2', { queue_id: 'help' })], [agent('ana', { queue_id: 'help' })]), [
      'c2 ana',
    ]));

  it('rings once at an agent of two queues', () =>
    assert.deepEqual(
      pairs([call('c1'), call('c2', { queue_id: 'help' })], [agent('ana'), agent('ana', { queue_id: 'help' })]),
      ['c1 ana'],
    ));

  it('prefers whom it has not rung at, then who has missed none, then who was idle longest', () => {
    const free = [agent('rung'), agent('missed', { missed: 1 }), agent('fresh', { idle_since: 9 })];
    assert.deepEqual(pairs([call('c1')], free, [pass('c1', 'rung', 60_000)]), ['c1 fresh']);
    assert.deepEqual(pairs([call('c1')], free.slice(0, 2), [pass('c1', 'rung', 60_000)]), ['c1 missed']);
  });

  it('leaves whoever let it pass in peace for a while, and says when that is over', () => {
    const passes = [pass('c1', 'ana', retryAfterMs - 1), pass('c1', 'ben', 4_000)];
    const early = matchCalls([call('c1')], [agent('ana'), agent('ben')], passes, now);
    assert.deepEqual(early, { matches: [], retryAt: now + 1 });
    assert.deepEqual(pairs([call('c1')], [agent('ana'), agent('ben')], [pass('c1', 'ana', retryAfterMs), passes[1]!]), [
      'c1 ana',
    ]);
  });

  it('goes on to the next call when all who are free let this one pass just now', () =>
    assert.deepEqual(pairs([call('c1'), call('c2')], [agent('ana')], [pass('c1', 'ana', 1)]), ['c2 ana']));

  it('asks again first whom it asked longest ago', () =>
    assert.deepEqual(
      pairs([call('c1')], [agent('ana'), agent('ben')], [pass('c1', 'ana', 20_000), pass('c1', 'ben', 30_000)]),
      ['c1 ben'],
    ));

  it('leaves a queue without automatic assignment to its agents, but for whoever shared the link (LNK-18)', () => {
    const shared = { sharer_id: 'ben', sharer_until: now + 60_000 };
    const free = [agent('ana'), agent('ben')];
    assert.deepEqual(pairs([call('c1', { auto_assign: 0 })], free), []);
    assert.deepEqual(pairs([call('c1', { auto_assign: 0, ...shared })], free), ['c1 ben']);
  });

  it('waits for whoever shared the link while they are busy, where that is wanted, and keeps nobody behind', () => {
    const shared = { sharer_id: 'ben', sharer_until: now + 60_000, sharer_waits: 1, sharer_there: 1 };
    assert.deepEqual(pairs([call('c1', shared), call('c2')], [agent('ana')]), ['c2 ana']);
  });

  it('rings at nobody twice and for no call twice, and leaves nobody free whom a call could have', () => {
    const waiting = fc.array(fc.record({ queue: fc.nat(2), auto: fc.nat(1) }), { maxLength: 8 });
    const free = fc.array(fc.record({ agent: fc.nat(4), queue: fc.nat(2), missed: fc.nat(2) }), { maxLength: 8 });
    fc.assert(
      fc.property(waiting, free, (calls, agents) => {
        const rows = calls.map(({ queue, auto }, i) => call(`c${i}`, { queue_id: `q${queue}`, auto_assign: auto }));
        const frees = agents.map(({ agent: a, queue, missed }) => agent(`a${a}`, { queue_id: `q${queue}`, missed }));
        const { matches } = matchCalls(rows, frees, [], now);
        assert.equal(new Set(matches.map(({ callId }) => callId)).size, matches.length);
        assert.equal(new Set(matches.map(({ agentId }) => agentId)).size, matches.length);
        const rung = new Set(matches.map(({ agentId }) => agentId));
        const served = new Set(matches.map(({ callId }) => callId));
        for (const row of rows)
          if (row.auto_assign === 1 && !served.has(row.id))
            assert.ok(frees.every(({ id, queue_id }) => queue_id !== row.queue_id || rung.has(id)));
      }),
    );
  });
});
