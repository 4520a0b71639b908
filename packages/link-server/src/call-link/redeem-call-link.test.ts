import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { customerFarewell } from '../call/customer-farewell.js';
import { customerLeave } from '../call/customer-leave.js';
import { customerToken } from '../call/customer-token.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { createCallCenter, newSecret, type CallCenter } from '../testing/call-center.js';
import { createCallLink } from './create-call-link.js';
import { redeemCallLink } from './redeem-call-link.js';
import { viewCallLink } from './view-call-link.js';

const code = (error: unknown) => (error as { code?: string }).code;
const refused = (expected: string) => (error: unknown) => {
  assert.equal(code(error), expected);
  return true;
};

describe('redeeming a call link', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  for (const [title, count] of [
    ['fifty', 50],
    ['a thousand', 1_000],
  ] as const) {
    it(`lets exactly one of ${title} simultaneous customers use a one-time link (LNK-14, T4)`, async () => {
      const link = await center.link();
      const answers = await Promise.all(
        Array.from({ length: count }, () =>
          redeemCallLink(center.deps, { code: link, secret: newSecret(), medium: 'audio' }).then(() => 'won', code),
        ),
      );
      assert.equal(answers.filter((one) => one === 'won').length, 1);
      assert.equal(answers.filter((one) => one === 'link_in_use').length, count - 1);
    });
  }

  it('is the same request when it is repeated by the same browser (F10)', async () => {
    const guest = await center.customer();
    const first = await guest.call();
    const again = await guest.call();
    assert.equal(again.call.id, first.call.id);
    assert.equal(again.media?.identity, first.media?.identity);
  });

  it('holds the link for one browser until the last millisecond of the lease, and frees it then (E-15)', async () => {
    const link = await center.link();
    const first = await center.customer(link);
    await first.call();
    const lease = center.deps.settings.leaseMs;
    await center.advance(lease - 1);
    const second = await center.customer(link);
    await assert.rejects(second.call(), refused('link_in_use'));
    await center.advance(1);
    assert.equal((await second.call()).call.state, 'queued');
    assert.equal((await customerToken(center.deps, first.key)).call.endReason, 'abandoned_in_queue');
  });

  it('keeps the lease while the customer waits and is there', async () => {
    const link = await center.link();
    const first = await center.customer(link);
    await first.call();
    await center.pass(3 * center.deps.settings.leaseMs, [first]);
    await assert.rejects((await center.customer(link)).call(), refused('link_in_use'));
  });

  it('frees the link for others when the customer leaves before anybody answered', async () => {
    const link = await center.link();
    const first = await center.customer(link);
    await first.call();
    await customerLeave(center.deps, first.key);
    assert.equal((await (await center.customer(link)).call()).call.state, 'queued');
  });

  it('uses the link up when the call is established, for everybody but the same browser (Q-6, E-14)', async () => {
    const { guest, callId } = await center.talking();
    await assert.rejects((await center.customer(guest.code)).call(), refused('link_used'));
    assert.equal((await guest.call()).call.id, callId);
    assert.equal((await viewCallLink(center.deps, guest.key)).state, 'resumable');
    assert.equal((await viewCallLink(center.deps, { code: guest.code })).state, 'used');
  });

  it('is over for the same browser, too, once the call has ended', async () => {
    const { ana, guest, callId } = await center.talking();
    await endCallByAgent(center.deps, { agentId: ana.id, callId });
    await assert.rejects(guest.call(), refused('link_used'));
  });

  it('starts a call of its own for each browser of an expiry link (LNK-15, E-31)', async () => {
    const link = await center.link('reusable');
    const [one, two] = [await center.customer(link), await center.customer(link)];
    const [first, second] = [await one.call(), await two.call()];
    assert.notEqual(first.call.id, second.call.id);
    assert.notEqual(first.media?.token, second.media?.token);
    await customerLeave(center.deps, one.key);
    const third = await one.call();
    assert.notEqual(third.call.id, first.call.id, 'and again after it ended');
  });

  it('works until it expires and not from that millisecond on (E-17)', async () => {
    const { url, expiresAt } = await createCallLink(center.deps, {
      agentId: null,
      displayName: 'A',
      configuration: 'reusable',
      expiresInMs: 60_000,
    });
    const link = url.slice(url.lastIndexOf('/') + 1);
    center.clock.moveTo(expiresAt - 1);
    assert.equal((await viewCallLink(center.deps, { code: link })).state, 'available');
    const early = await center.customer(link);
    await early.call();
    center.clock.moveTo(expiresAt);
    assert.equal((await viewCallLink(center.deps, { code: link })).state, 'expired');
    await assert.rejects((await center.customer(link)).call(), refused('link_expired'));
    assert.equal((await early.call()).call.state, 'queued', 'a call that runs is not cut (Q-7)');
  });

  it('says the same of unknown, malformed and revoked codes (T2)', async () => {
    const link = await center.link();
    await center.deps.db.tx((q) => q.run('update call_link set revoked_at = 1'));
    for (const one of [link, 'abcdefghijklmnopqrstuQ', 'x', '', "' or 1=1 --", `${link}.`, 'a'.repeat(10_000)])
      await assert.rejects(
        redeemCallLink(center.deps, { code: one, secret: newSecret(), medium: 'audio' }),
        refused('link_unavailable'),
      );
  });

  it('never changes anything by looking (E-16)', async () => {
    const link = await center.link();
    const dump = () => center.deps.db.read((q) => q.all('select * from call_link'));
    const before = await dump();
    for (let i = 0; i < 10; i++) await viewCallLink(center.deps, { code: link, secret: newSecret() });
    assert.deepEqual(await dump(), before);
  });

  it('stores neither codes nor secrets (T1)', async () => {
    const guest = await center.customer();
    await guest.call();
    const rows = await center.deps.db.read(async (q) => [
      ...(await q.all('select * from call_link')),
      ...(await q.all('select * from call')),
      ...(await q.all('select * from event')),
      ...(await q.all('select * from conversation_event')),
    ]);
    const text = JSON.stringify(rows);
    assert.ok(!text.includes(guest.code) && !text.includes(guest.secret));
  });

  it('needs a name from somebody', async () => {
    const { url } = await createCallLink(center.deps, { agentId: null });
    const anonymous = url.slice(url.lastIndexOf('/') + 1);
    const secret = newSecret();
    await assert.rejects(
      redeemCallLink(center.deps, { code: anonymous, secret, medium: 'audio' }),
      refused('invalid_request'),
    );
    const { call } = await redeemCallLink(center.deps, { code: anonymous, secret, medium: 'audio', displayName: 'Jo' });
    assert.equal(call.state, 'queued');
  });

  it('leaves nothing half-made when LiveKit is down, and goes on when it is back', async () => {
    const guest = await center.customer();
    center.livekit.failNext('createRoom', 1);
    await assert.rejects(guest.call(), refused('media_unavailable'));
    const { call, media } = await guest.call();
    assert.equal(call.state, 'queued');
    assert.ok(media);
    assert.equal((await center.deps.db.read((q) => q.all('select id from call'))).length, 1);
  });

  it('gives a reloaded page its place back, and a closed one 20 seconds (F3, F4)', async () => {
    const guest = await center.customer();
    const { call } = await guest.call();
    await customerFarewell(center.deps, guest.key);
    await center.advance(center.deps.settings.farewellMs - 1);
    assert.equal((await customerToken(center.deps, guest.key)).call.id, call.id);
    await customerFarewell(center.deps, guest.key);
    await center.advance(center.deps.settings.farewellMs);
    assert.equal((await customerToken(center.deps, guest.key)).call.state, 'ended');
  });
});
