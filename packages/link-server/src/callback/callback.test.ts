import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CallLinkRow } from '../transition/rows.js';
import { createCallLink } from '../call-link/create-call-link.js';
import { revokeCallLink } from '../call-link/revoke-call-link.js';
import { DomainError } from '../domain-error.js';
import { createCallCenter, newSecret, type CallCenter } from '../testing/call-center.js';
import { listCallbacks } from './list-callbacks.js';
import { requestCallback, type RequestCallback } from './request-callback.js';

const number = '+385911234567';
const refused = (code: string) => (error: unknown) => error instanceof DomainError && error.code === code;

describe('a callback', () => {
  let center: CallCenter;
  let ana: Awaited<ReturnType<CallCenter['agent']>>;
  beforeEach(async () => {
    center = await createCallCenter({ now: Date.UTC(2027, 0, 11) });
    ana = await center.agent('Ana', { active: false });
  });
  afterEach(() => center.close());

  const later = (ms: number) => center.clock.moveTo(center.deps.now() + ms);
  const ask = (code: string, more: Partial<RequestCallback> = {}) =>
    requestCallback(center.deps, { code, wish: 'call', ...more });
  const list = async () => (await listCallbacks(center.deps, { agentId: ana.id })).callbacks;
  const logged = (conversationId: string) =>
    center.deps.db
      .read((q) =>
        q.all<{ type: string }>(
          'select type from conversation_event where conversation_id = $1 order by at, seq',
          conversationId,
        ),
      )
      .then((rows) => rows.map(({ type }) => type));

  it('is kept in the queue of the link, and agents of that queue find it (CBK-1, CBK-9)', async () => {
    const code = await center.link();
    const { requestedAt } = await ask(code, { number, secret: newSecret() });
    const [found, ...others] = await list();
    assert.equal(others.length, 0);
    assert.match(found?.id ?? '', /^cbk_/);
    assert.deepEqual(
      { ...found, id: '', conversationId: '' },
      {
        ...{ id: '', state: 'in_queue', wish: 'call', name: 'Marija', number, conversationId: '' },
        ...{ queueName: 'Customer support', requestedAt, askedAgainAt: null, times: 1 },
      },
    );
    assert.deepEqual(await logged(found?.conversationId ?? ''), ['conversation_opened', 'callback_requested']);
  });

  it('is nothing that agents of other queues see', async () => {
    await ask(await center.link(), { number });
    const zoe = await center.agent('Zoe', { queues: [], active: false });
    assert.deepEqual((await listCallbacks(center.deps, { agentId: zoe.id })).callbacks, []);
  });

  it('is one, however often it is asked for; a repeated request is not written down twice (CBK-10)', async () => {
    const code = await center.link();
    const secret = newSecret();
    const first = await ask(code, { number, secret });
    await ask(code, { number, secret });
    assert.equal((await list())[0]?.times, 1, 'the same request once more');
    later(61_000);
    const again = await ask(code, { number: '+4915112345678', secret });
    assert.equal(again.requestedAt, first.requestedAt);
    const [found, ...others] = await list();
    assert.equal(others.length, 0);
    assert.deepEqual([found?.times, found?.number, found?.askedAgainAt], [2, '+4915112345678', center.deps.now()]);
    assert.equal((await logged(found?.conversationId ?? '')).at(-1), 'callback_requested_again');
  });

  it('is one for a hundred who ask at once', async () => {
    const code = await center.link();
    await Promise.all(Array.from({ length: 100 }, () => ask(code, { number })));
    assert.equal((await list()).length, 1);
  });

  it('is one for each customer of a link for many', async () => {
    const code = await center.link('reusable');
    const mine = newSecret();
    await ask(code, { number, secret: mine });
    await ask(code, { number, secret: mine });
    await ask(code, { number: '+4915112345678', secret: newSecret() });
    assert.equal((await list()).length, 2);
  });

  it('joins the conversation of its link, and that of the call that was not answered', async () => {
    const guest = await center.customer();
    const { call } = await guest.call();
    const row = await center.deps.db.read((q) =>
      q.get<{ conversation_id: string }>('select conversation_id from call where id = $1', call.id),
    );
    await ask(guest.code, { number, secret: guest.secret });
    const [found] = await list();
    assert.equal(found?.conversationId, row?.conversation_id);

    const { url } = await createCallLink(center.deps, { agentId: ana.id, conversationId: found?.conversationId });
    await ask(url.slice(url.lastIndexOf('/') + 1), { number });
    assert.equal((await list()).length, 1, 'unique per conversation');
  });

  it('may be a wish for another link', async () => {
    const code = await center.link();
    await ask(code, { wish: 'link' });
    const [found] = await list();
    assert.deepEqual([found?.wish, found?.number, found?.name], ['link', null, 'Marija']);
    assert.equal((await logged(found?.conversationId ?? '')).at(-1), 'link_requested');
    await ask(code, { number });
    assert.deepEqual(
      (await list()).map(({ wish, number: asked }) => [wish, asked]),
      [['call', number]],
    );
  });

  it('can be asked for with a link that is over, and with none that is unknown, malformed or revoked', async () => {
    const code = await center.link();
    later(2 * 3_600_000);
    await ask(code, { number });
    assert.equal((await list()).length, 1);
    const { id, url } = await createCallLink(center.deps, { agentId: ana.id, displayName: 'Jo' });
    await revokeCallLink(center.deps, { agentId: ana.id, linkId: id });
    for (const wrong of [url.slice(url.lastIndexOf('/') + 1), 'A'.repeat(22), 'nonsense', ''])
      await assert.rejects(ask(wrong, { number }), refused('link_unavailable'));
  });

  it('needs a name or a number', async () => {
    const code = await center.link('reusable');
    const nameless = (q: { run(sql: string): Promise<unknown> }) => q.run('update call_link set display_name = null');
    await center.deps.db.tx(nameless);
    await assert.rejects(ask(code), refused('invalid_request'));
    await ask(code, { displayName: 'Jonas' });
    assert.equal((await list())[0]?.name, 'Jonas');
  });

  it('is done once the customer calls by themselves (E-35)', async () => {
    const guest = await center.customer();
    await ask(guest.code, { number, secret: guest.secret });
    const [found] = await list();
    await guest.call();
    assert.deepEqual(await list(), []);
    assert.equal((await logged(found?.conversationId ?? '')).includes('callback_superseded'), true);
  });

  it('says nothing of what somebody else has asked with the same link', async () => {
    const code = await center.link();
    await ask(code, { number, secret: newSecret() });
    const answer = await ask(code, { wish: 'link', secret: newSecret() });
    assert.deepEqual(Object.keys(answer).sort(), ['requestedAt', 'serverNow']);
  });

  it('changes nothing about what the link allows', async () => {
    const code = await center.link();
    const row = () => center.deps.db.read((q) => q.get<CallLinkRow>('select * from call_link'));
    const before = await row();
    await ask(code, { number });
    assert.deepEqual(await row(), { ...before, opened_at: center.deps.now() });
  });
});
