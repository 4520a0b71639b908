import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChangeAgentRequest, CreateAgentRequest, maxExternalIdLength } from './admin-agent.js';
import { ChangeQueueRequest, CreateQueueRequest } from './queue.js';

const queue = { key: 'support', name: 'Customer support' };

describe('a queue to create', () => {
  it('needs a key and a name, and nothing else', () => {
    assert.deepEqual(CreateQueueRequest.parse(queue), queue);
    for (const missing of [{ key: 'support' }, { name: 'Support' }, {}])
      assert.equal(CreateQueueRequest.safeParse(missing).success, false);
  });

  for (const [field, good, bad] of [
    ['ringMs', [3_000, 60_000, null], [2_999, 60_001, 0, -1, 3_000.5, '3000', Infinity]],
    ['wrapUpMs', [0, 30_000, 3_600_000, null], [-1, 3_600_001, 0.5, '0', Number.NaN]],
    ['autoAssign', [true, false], [null, 1, 'true']],
    ['waitingSound', ['ringing', 'music', 'none'], ['Music', '', null, 'https://example.com/a.mp3']],
    ['key', ['a', 'sales-2'], ['', 'Sales', '2sales', 'a b', `a${'b'.repeat(40)}`, '../x']],
    ['name', ['Ü', 'Kundendienst'], ['', ' ', 'a\u0000b', 'x'.repeat(101), 3]],
  ] as const)
    it(`takes a ${field} in its bounds alone`, () => {
      for (const value of good) assert.ok(CreateQueueRequest.safeParse({ ...queue, [field]: value }).success);
      for (const value of bad)
        assert.ok(!CreateQueueRequest.safeParse({ ...queue, [field]: value }).success, `${value}`);
    });

  it('refuses what it does not know', () => {
    assert.equal(CreateQueueRequest.safeParse({ ...queue, id: 'que_x' }).success, false);
  });
});

describe('a change of a queue', () => {
  it('names the version it was made from', () => {
    assert.ok(ChangeQueueRequest.safeParse({ version: 1, autoAssign: false }).success);
    for (const version of [0, -1, 1.5, '1', null, undefined])
      assert.ok(!ChangeQueueRequest.safeParse({ version, name: 'Support' }).success, `${version}`);
  });

  it('never changes the key, which addresses of others hold', () => {
    assert.equal(ChangeQueueRequest.safeParse({ version: 1, key: 'other' }).success, false);
  });
});

describe('an agent to create', () => {
  it('has the host app’s id, in visible ASCII', () => {
    for (const externalId of ['u-17', 'auth0|5f7c', 'ana@example.com'])
      assert.ok(CreateAgentRequest.safeParse({ externalId, name: 'Ana' }).success);
    for (const externalId of ['', 'a b', 'Žana', 'a\n', 'x'.repeat(maxExternalIdLength + 1), 17])
      assert.ok(!CreateAgentRequest.safeParse({ externalId, name: 'Ana' }).success, `${externalId}`);
  });

  it('belongs to queues by their ids', () => {
    const queueIds = [`que_${'a'.repeat(22)}`];
    assert.ok(CreateAgentRequest.safeParse({ externalId: 'a', name: 'Ana', queueIds }).success);
    assert.ok(!CreateAgentRequest.safeParse({ externalId: 'a', name: 'Ana', queueIds: ['support'] }).success);
    assert.ok(ChangeAgentRequest.safeParse({ version: 2, queueIds: [] }).success);
    assert.ok(!ChangeAgentRequest.safeParse({ version: 2, externalId: 'b' }).success);
  });
});
