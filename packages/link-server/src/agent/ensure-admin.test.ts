import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { mayAct } from './agent-roles.js';
import { ensureAdmin } from './ensure-admin.js';
import { ensureAgent } from './ensure-agent.js';
import { listAccounts } from './list-accounts.js';
import { openAgentSession } from './open-agent-session.js';

describe('the first administrator', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const admins = async () =>
    (await listAccounts(center.deps)).agents.flatMap(({ role, externalId }) => (role === 'admin' ? [externalId] : []));

  it('can sign in', async () => {
    await ensureAdmin(center.deps, 'boss');
    assert.equal((await openAgentSession(center.deps, { extId: 'boss' })).role, 'admin');
    assert.ok(center.log.lines.some(({ event }) => event === 'admin_made'));
  });

  it('may be somebody who works here already, under their name', async () => {
    await ensureAgent(center.deps, { extId: 'ana', name: 'Ana', queueIds: [] });
    await ensureAdmin(center.deps, 'ana');
    assert.deepEqual(await admins(), ['ana']);
    assert.equal((await listAccounts(center.deps)).agents[0]?.name, 'Ana');
  });

  it('is made once: where there is one, a setting makes no other', async () => {
    await ensureAdmin(center.deps, 'boss');
    await ensureAdmin(center.deps, 'boss');
    await ensureAdmin(center.deps, 'mallory');
    assert.deepEqual(await admins(), ['boss']);
  });
});

describe('roles', () => {
  it('each may what the one before may, and no more', () => {
    const all = ['agent', 'supervisor', 'admin'] as const;
    for (const [i, role] of all.entries())
      for (const [j, needed] of all.entries()) assert.equal(mayAct(role, needed), i >= j);
  });
});
