import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CustomerCall } from '@carillon/contract';
import { customerConnected } from '../call/customer-connected.js';
import { customerPresence } from '../call/customer-presence.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { createCallCenter, newSecret, type CallCenter } from '../testing/call-center.js';
import { callStream } from '../transition/publish-changes.js';
import { createCallLink } from './create-call-link.js';
import { ensureDefaultConfiguration } from './ensure-default-configuration.js';
import { openCallLink } from './open-call-link.js';
import { readLinkUsage } from './read-link-usage.js';
import { redeemCallLink } from './redeem-call-link.js';
import { revokeCallLink } from './revoke-call-link.js';
import { viewCallLink } from './view-call-link.js';

const refused = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe('a link that an agent has shared', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** An agent, and a link of theirs. */
  async function shared(configuration = 'default', more: object = {}) {
    const ana = await center.agent('Ana');
    const made = await createCallLink(center.deps, { agentId: ana.id, displayName: 'Jo', configuration, ...more });
    return {
      ana,
      id: made.id,
      code: made.url.slice(made.url.lastIndexOf('/') + 1),
      which: { agentId: ana.id, linkId: made.id },
    };
  }
  const usage = (which: { agentId: string; linkId: string }) => readLinkUsage(center.deps, which);

  it('can be revoked: from then on its code leads nowhere, as if there had never been one (T2)', async () => {
    const { code, which } = await shared();
    const { state, revokedAt } = await revokeCallLink(center.deps, which);
    assert.deepEqual([state, revokedAt], ['revoked', center.deps.now()]);
    await assert.rejects(viewCallLink(center.deps, { code }), refused('link_unavailable'));
    await assert.rejects(openCallLink(center.deps, { code }), refused('link_unavailable'));
    await assert.rejects((await center.customer(code)).call(), refused('link_unavailable'));
  });

  it('stays revoked at the moment it first was', async () => {
    const { which } = await shared();
    const first = await revokeCallLink(center.deps, which);
    center.clock.moveTo(center.deps.now() + 5_000);
    assert.deepEqual(await revokeCallLink(center.deps, which), first);
  });

  it('ends whatever runs under it, for customers who wait and who talk, and tells them', async () => {
    const { ana, code, which } = await shared('reusable');
    const [talking, waiting] = [await center.customer(code), await center.customer(code)];
    const [first, second] = [(await talking.call()).call.id, (await waiting.call()).call.id];
    await ana.accept();
    await revokeCallLink(center.deps, which);
    for (const id of [first, second]) {
      const { events } = await center.deps.streams.readEvents(callStream(id), 0);
      const last = CustomerCall.parse(JSON.parse(events.at(-1)?.body ?? '{}'));
      assert.deepEqual([last.state, last.endReason], ['ended', 'link_revoked']);
    }
    assert.equal((await ana.state()).call, null);
    await center.settle();
    assert.deepEqual([...(await center.livekit.listRooms())], [], 'their tokens open nothing any more');
    await assert.rejects(customerPresence(center.deps, waiting.key), refused('link_unavailable'));
  });

  it('starts no call when it is revoked at the same time: either it was first and ended, or it is refused', async () => {
    for (let round = 0; round < 20; round++) {
      const { code, which } = await shared('reusable');
      const redeeming = Array.from({ length: 5 }, () =>
        redeemCallLink(center.deps, { code, secret: newSecret(), medium: 'audio' }).catch((error: unknown) => error),
      );
      await Promise.all([...redeeming, revokeCallLink(center.deps, which)]);
      const { calls } = await usage(which);
      assert.deepEqual(
        calls.filter(({ endedAt }) => endedAt === null),
        [],
      );
    }
  });

  it('belongs to whoever shared it, or to the queue of its conversation; for others there is none (T33)', async () => {
    const { which } = await shared();
    const stranger = await center.agent('Stranger', { queues: [] });
    const colleague = await center.agent('Colleague');
    for (const { id: agentId } of [stranger, colleague])
      for (const verb of [usage, (w: typeof which) => revokeCallLink(center.deps, w)])
        await assert.rejects(verb({ ...which, agentId }), refused('not_found'));
    assert.equal((await usage(which)).link.state, 'available');
  });

  it('is a matter of the queue when it belongs to a conversation, and of its timeline', async () => {
    const { ana, code } = await shared();
    await (await center.customer(code)).call();
    const conversationId = (await ana.ringing())?.conversationId ?? '';
    const { id: linkId } = await createCallLink(center.deps, { agentId: ana.id, conversationId });
    const colleague = await center.agent('Colleague');
    const { state } = await revokeCallLink(center.deps, { agentId: colleague.id, linkId });
    assert.equal(state, 'revoked');
    const { timeline } = await readConversationDetail(center.deps, { agentId: ana.id, conversationId });
    const [entry] = timeline.filter(({ type }) => type === 'link_revoked');
    assert.deepEqual([entry?.actor, entry?.text], ['Colleague', 'one-time']);
  });

  it('says when it was opened, redeemed and used, and by which calls', async () => {
    const { ana, code, which } = await shared('default', { customData: { order: 'A-1' } });
    assert.deepEqual((await usage(which)).calls, []);
    const opened = center.deps.now();
    await openCallLink(center.deps, { code });
    center.clock.moveTo(opened + 1_000);
    await openCallLink(center.deps, { code });
    const guest = await center.customer(code);
    const { call, media } = await guest.call();
    const { media: own } = await ana.accept();
    const { room } = center.livekit.joinWith(media?.token ?? '');
    center.livekit.joinWith(own.token);
    center.livekit.publish(room, own.identity);
    assert.equal((await usage(which)).link.state, 'leased');
    center.clock.moveTo(opened + 3_000);
    await guest.present();
    await customerConnected(center.deps, guest.key);
    const { link, calls } = await usage(which);
    assert.deepEqual([link.state, link.openedAt, link.usedAt], ['used', opened, opened + 3_000]);
    assert.deepEqual(link.customData, { order: 'A-1' });
    assert.deepEqual(calls, [
      { id: call.id, redeemedAt: opened + 1_000, establishedAt: opened + 3_000, endedAt: null, endReason: null },
    ]);
    assert.ok(!JSON.stringify([link, calls]).includes(code), 'its code is shown once only');
  });

  it('is opened by whoever redeems it, even when their page never said so', async () => {
    const { code, which } = await shared();
    await (await center.customer(code)).call();
    assert.equal((await usage(which)).link.openedAt, center.deps.now());
  });

  it('carries data to the agent at whom it rings, and to their call', async () => {
    const customData = { order: 'A-1', lines: [{ n: 1 }], note: '„Ünï“ <b>' };
    const { ana, code } = await shared('default', { customData });
    await (await center.customer(code)).call();
    assert.deepEqual((await ana.ringing())?.customData, customData);
    assert.deepEqual((await ana.accept()).call?.customData, customData);
    assert.deepEqual((await ana.state()).call?.customData, customData);
  });

  it('carries nothing when nothing was given', async () => {
    const { ana, code } = await shared();
    await (await center.customer(code)).call();
    assert.ok(!Object.hasOwn((await ana.ringing()) ?? {}, 'customData'));
  });
});

describe('the built-in configuration', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());
  const ensure = () => ensureDefaultConfiguration(center.deps, { brandName: 'Acme' });
  const configurations = () =>
    center.deps.db.read((q) => q.all<{ brand_name: string }>('select * from link_configuration'));

  it('is there where nothing was configured, and its links are good for 24 hours (LNK-17)', async () => {
    await center.deps.db.tx((q) => q.script('delete from link_configuration; delete from queue;'));
    await ensure();
    const { kind, expiresAt, url } = await createCallLink(center.deps, { agentId: null, displayName: 'Jo' });
    assert.deepEqual([kind, expiresAt - center.deps.now()], ['expiry', 24 * 3_600_000]);
    const view = await viewCallLink(center.deps, { code: url.slice(url.lastIndexOf('/') + 1) });
    assert.deepEqual([view.brand.name, view.media, view.queueName], ['Acme', 'both', 'Support']);
  });

  it('leaves what a company has set', async () => {
    const before = await configurations();
    await ensure();
    assert.deepEqual(await configurations(), before);
  });

  it('uses a queue that is there', async () => {
    await center.deps.db.tx((q) => q.run('delete from link_configuration'));
    await Promise.all([ensure(), ensure()]);
    assert.equal((await configurations()).length, 1);
    assert.equal((await center.deps.db.read((q) => q.all('select id from queue'))).length, 1);
  });
});
