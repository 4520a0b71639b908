import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AgentAvailability, AgentStatus } from '@carillon/contract';
import { createCallCenter } from '../testing/call-center.js';
import { availabilityOf, type AgentFacts } from './availability.js';
import { agentSessionMs, openAgentSession } from './open-agent-session.js';
import { closeAgentSession } from './close-agent-session.js';
import { findAgentSession } from './find-agent-session.js';

const free: AgentFacts = {
  status: 'active',
  present: true,
  wrapping: false,
  call: 'none',
  ringing: false,
  missed: false,
};

describe('availability', () => {
  const rows: readonly (readonly [string, Partial<AgentFacts>, AgentAvailability])[] = [
    ['available when Active and free', {}, 'available'],
    ['missed after a missed call', { missed: true }, 'missed'],
    ['ringing over missed', { ringing: true, missed: true }, 'ringing'],
    ['in call over ringing', { call: 'live', ringing: true }, 'in_call'],
    ['on hold during a held call', { call: 'held' }, 'on_hold'],
    ['wrapping over everything but absence', { wrapping: true, ringing: true, missed: true }, 'wrapping'],
    ['offline when nobody is there', { present: false, wrapping: true, call: 'live' }, 'offline'],
  ];
  for (const [title, facts, expected] of rows)
    it(`is ${title} (spec §3.3)`, () => assert.equal(availabilityOf({ ...free, ...facts }), expected));

  for (const status of ['away', 'busy', 'offline'] satisfies AgentStatus[])
    it(`is what was chosen: ${status}, also after a missed call`, () =>
      assert.equal(availabilityOf({ ...free, status, missed: true }), status));
});

describe('an agent session', () => {
  it('opens for agents we know and for nobody else', async (t) => {
    const center = await createCallCenter();
    t.after(() => center.close());
    await center.agent('Ana');
    const { bearer, agent } = await openAgentSession(center.deps, { extId: 'ana' });
    assert.equal(agent.name, 'Ana');
    assert.deepEqual(await findAgentSession(center.deps, bearer), {
      agentId: agent.id,
      expiresAt: center.deps.now() + agentSessionMs,
      role: 'agent',
    });
    assert.equal(await findAgentSession(center.deps, `${bearer}x`), undefined);
    await assert.rejects(
      openAgentSession(center.deps, { extId: 'mallory' }),
      (error) => (error as { code?: string }).code === 'forbidden',
    );
    const rows = await center.deps.db.read((q) => q.all('select * from agent_session'));
    assert.ok(!JSON.stringify(rows).includes(bearer), 'the bearer is stored as a hash');
    await closeAgentSession(center.deps, bearer);
    assert.equal(await findAgentSession(center.deps, bearer), undefined);
  });
});

describe('an agent stream', () => {
  it('tells each change as a whole, in an order that never shows ringing without a ring', async (t) => {
    const center = await createCallCenter();
    t.after(() => center.close());
    const ana = await center.agent('Ana');
    const from = (await ana.state()).position;
    await (await center.customer()).call();
    const { events } = await center.deps.streams.readEvents(`agent:${ana.id}`, from);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['conversation', 'offer', 'agent'],
    );
    assert.equal((JSON.parse(events.at(-1)?.body ?? '{}') as { availability: string }).availability, 'ringing');
    assert.equal((await ana.state()).position, from + 3);
  });
});
