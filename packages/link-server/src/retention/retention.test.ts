import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { listAgentMessages } from '../message/agent-messages.js';
import { sendCustomerMessage } from '../message/customer-messages.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { tidy as tidyUp } from '../testing/tidy.js';
import { earliestTimers } from '../timer/due-timers.js';
import { createEndpoint } from '../webhook/create-endpoint.js';
import { retentionTimer, type Retention } from './retention.js';

const day = 24 * 3_600_000;

describe('retention', () => {
  let center: CallCenter;
  beforeEach(async () => {
    center = await createCallCenter();
    await createEndpoint(center.deps, 'public', { url: 'https://hooks.example/' });
    const { ana, guest, callId } = await center.talking();
    await sendCustomerMessage(center.deps, { ...guest.key, clientId: 'first-words', text: 'Hello' });
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
  });
  afterEach(() => center.close());

  const tidy = async (ms: number, retention: Partial<Retention> = {}) => {
    await tidyUp(center, ms, retention);
    assert.deepEqual(center.log.lines, []);
  };
  const all = (sql: string, ...args: (string | number)[]) =>
    center.deps.db.read((q) => q.all<Record<string, unknown>>(sql, ...args));
  const count = async (table: string, where = '1 = 1') =>
    (await all(`select 1 as one from ${table} where ${where}`)).length;
  const run = (sql: string, ...args: (string | number)[]) => center.deps.db.tx((q) => q.run(sql, ...args));

  it('comes every hour', async () => {
    await tidy(0);
    const next = (await earliestTimers(center.deps.db, 99)).find(({ kind }) => kind === retentionTimer);
    assert.equal(next?.dueAt, center.deps.now() + 3_600_000);
  });

  it('removes keys, reports and sessions after a day, and not before', async () => {
    const at = center.deps.now();
    await run(`insert into idempotency (scope, key, body_hash, at) values ('a', 'b', 'c', $1)`, at);
    await run(`insert into livekit_webhook (id, at) values ('EV_1', $1)`, at);
    await tidy(day - 1);
    assert.deepEqual([await count('idempotency'), await count('livekit_webhook')], [1, 1]);
    await tidy(1);
    assert.deepEqual([await count('idempotency'), await count('livekit_webhook')], [0, 0]);
  });

  it('removes webhooks that arrived after a week, and those that were given up after a month', async () => {
    const sum = await count('webhook_delivery');
    await run(`update webhook_delivery set state = 'delivered' where type = 'call.ended'`);
    await run(`update webhook_delivery set state = 'dead' where type = 'call.queued'`);
    await tidy(7 * day - 1);
    assert.equal(await count('webhook_delivery'), sum);
    await tidy(1);
    assert.equal(await count('webhook_delivery'), sum - 1);
    await tidy(23 * day);
    assert.deepEqual(
      [await count('webhook_delivery'), await count('webhook_delivery', `state = 'waiting'`)],
      [sum - 2, sum - 2],
    );
  });

  it('keeps who called for good unless told otherwise', async () => {
    await tidy(3_650 * day);
    assert.equal((await all('select caller_name from call'))[0]?.['caller_name'], 'Marija');
    assert.ok((await count('conversation_event')) > 0);
  });

  it('forgets who called after so many days, and keeps that there was a call', async () => {
    await tidy(30 * day - 1, { callsDays: 30 });
    assert.equal((await all('select caller_name from call'))[0]?.['caller_name'], 'Marija');
    await tidy(3_600_001, { callsDays: 30 });
    assert.deepEqual(await all('select caller_name, state from call'), [{ caller_name: null, state: 'ended' }]);
    assert.deepEqual(await all('select display_name from call_link'), [{ display_name: null }]);
    assert.equal(await count('event', `stream like 'call:%'`), 0);
    const [{ id: conversationId } = { id: '' }] = await all('select id from conversation');
    const [{ id: agentId } = { id: '' }] = await all('select id from agent');
    const which = { agentId: String(agentId), conversationId: String(conversationId) };
    const { messages } = await listAgentMessages(center.deps, which);
    assert.deepEqual(
      messages.map(({ name, text }) => [name, text]),
      [[null, 'Hello']],
      'what was said stays as long as its conversation does',
    );
    assert.ok((await count('conversation_event')) > 0);
  });

  it('forgets nobody who still talks', async () => {
    const guest = await center.customer();
    await guest.call();
    await tidy(400 * day, { callsDays: 30 });
    assert.equal(await count('call', 'caller_name is not null'), 1);
    assert.equal(await count('call_link', 'display_name is not null'), 1);
  });

  it('empties conversations only when they are closed and it is told to', async () => {
    await tidy(400 * day, { conversationsDays: 365 });
    assert.ok((await count('conversation_event')) > 0 && (await count('message')) > 0);
    await run(`update conversation set status = 'closed'`);
    await tidy(0, { conversationsDays: 365 });
    assert.deepEqual([await count('conversation_event'), await count('message')], [0, 0]);
    assert.equal(await count('conversation', `title <> ''`), 0);
    assert.equal(await count('call'), 1);
  });
});
