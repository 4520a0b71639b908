import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { agentFarewell } from '../agent/agent-farewell.js';
import { agentStreamClosed } from '../agent/agent-streams.js';
import { customerFarewell } from '../call/customer-farewell.js';
import { customerLeave } from '../call/customer-leave.js';
import { agentStream } from '../transition/publish-changes.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { acceptOffer } from './accept-offer.js';
import { declineOffer } from './decline-offer.js';
import { offerToken } from './offer-token.js';

const codeOf = (error: unknown) => error as { code?: string; answeredBy?: string };

describe('a ringing call', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const ids = async (agent: { ringing(): Promise<{ id: string } | undefined> }) => (await agent.ringing())?.id;

  it('rings at the agent who has been idle longest', async () => {
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    await (await center.customer()).call();
    assert.ok(await ids(ana));
    assert.equal(await ids(ben), undefined);
  });

  it('never rings at somebody who is Away, Busy, Offline, not there, or of another queue (RCV-4, RCV-5)', async () => {
    for (const status of ['away', 'busy', 'offline'] as const) await (await center.agent(status)).setStatus(status);
    await center.agent('Stranger', { queues: [] });
    const gone = await center.agent('Gone');
    await center.advance(center.deps.settings.presenceGoneMs);
    await (await center.customer()).call();
    assert.equal(await ids(gone), undefined);
    assert.equal((await center.deps.db.read((q) => q.all('select id from offer'))).length, 0);
  });

  it('rings once for each agent, and the next call rings at the next one (RCV-3)', async () => {
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    for (let i = 0; i < 3; i++) await (await center.customer()).call();
    assert.ok((await ids(ana)) && (await ids(ben)));
    assert.equal((await center.deps.db.read((q) => q.all(`select id from offer where state = 'ringing'`))).length, 2);
  });

  it('is won by exactly one of many accepts; the others hear by whom (E-02, F31)', async () => {
    const ana = await center.agent('Ana');
    await (await center.customer()).call();
    const offerId = (await ids(ana)) ?? '';
    const answers = await Promise.all(
      Array.from({ length: 200 }, () =>
        acceptOffer(center.deps, { agentId: ana.id, offerId }).then(() => null, codeOf),
      ),
    );
    assert.equal(answers.filter((one) => one === null).length, 1);
    for (const one of answers) if (one) assert.deepEqual([one.code, one.answeredBy], ['offer_taken', 'Ana']);
  });

  it('does not exist for another agent', async () => {
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    await (await center.customer()).call();
    const offerId = (await ids(ana)) ?? '';
    for (const verb of [acceptOffer, declineOffer, offerToken])
      await assert.rejects(
        verb(center.deps, { agentId: ben.id, offerId }),
        (error) => codeOf(error).code === 'not_found',
      );
  });

  it('can be answered in its last millisecond and not from its end on (E-03)', async () => {
    const ana = await center.agent('Ana');
    const guest = await center.customer();
    await guest.call();
    const offer = await ana.ringing();
    // The clock alone moves: the timer has not run yet, as on a busy server.
    center.clock.moveTo((offer?.expiresAt ?? 0) - 1);
    await ana.present();
    assert.ok(await ana.ringing());
    center.clock.moveTo(offer?.expiresAt ?? 0);
    await assert.rejects(
      acceptOffer(center.deps, { agentId: ana.id, offerId: offer?.id ?? '' }),
      (error) => codeOf(error).code === 'offer_expired',
    );
  });

  it('is over at its end for a decline and for a token, too (E-03)', async () => {
    const ana = await center.agent('Ana');
    await (await center.customer()).call();
    const offer = await ana.ringing();
    const which = { agentId: ana.id, offerId: offer?.id ?? '' };
    center.clock.moveTo((offer?.expiresAt ?? 0) - 1);
    await offerToken(center.deps, which);
    center.clock.moveTo(offer?.expiresAt ?? 0);
    for (const verb of [declineOffer, offerToken])
      await assert.rejects(verb(center.deps, which), (error) => codeOf(error).code === 'offer_expired');
  });

  it('rings at the next agent when it is declined (RCV-10)', async () => {
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    await (await center.customer()).call();
    await declineOffer(center.deps, { agentId: ana.id, offerId: (await ids(ana)) ?? '' });
    assert.equal(await ids(ana), undefined);
    assert.ok(await ids(ben));
    assert.equal((await ana.state()).agent.availability, 'available');
  });

  it('that was missed is forgotten once its agent says that they are there (spec §3.3)', async () => {
    const ana = await center.agent('Ana');
    const guest = await center.customer();
    await guest.call();
    await center.pass(30_000, [ana, guest]);
    assert.equal((await ana.state()).agent.availability, 'missed');
    assert.equal((await ana.setStatus('active')).availability, 'available');
  });

  it('rings at the next agent when its time is over, and says missed; two in a row make Away', async () => {
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    const guest = await center.customer();
    await guest.call();
    await center.pass(center.deps.settings.ringMs, [ana, ben, guest]);
    assert.equal((await ana.state()).agent.availability, 'missed');
    assert.ok(await ids(ben));
    await center.pass(center.deps.settings.ringMs, [ana, ben, guest]);
    assert.ok(await ids(ana), 'it comes round again');
    await center.pass(center.deps.settings.ringMs, [ana, ben, guest]);
    const { agent } = await ana.state();
    assert.deepEqual([agent.status, agent.availability], ['away', 'away']);
  });

  it('leaves the only agent in peace for ten seconds after a decline', async () => {
    const ana = await center.agent('Ana');
    const guest = await center.customer();
    await guest.call();
    const first = await ids(ana);
    await declineOffer(center.deps, { agentId: ana.id, offerId: first ?? '' });
    await center.pass(9_000, [ana, guest]);
    assert.equal(await ids(ana), undefined);
    await center.pass(2_000, [ana, guest]);
    assert.ok((await ids(ana)) && (await ids(ana)) !== first);
  });

  it('stops at once when the customer leaves (E-04)', async () => {
    const ana = await center.agent('Ana');
    const guest = await center.customer();
    await guest.call();
    const offerId = (await ids(ana)) ?? '';
    await customerLeave(center.deps, guest.key);
    assert.equal(await ids(ana), undefined);
    await assert.rejects(
      acceptOffer(center.deps, { agentId: ana.id, offerId }),
      (error) => codeOf(error).code === 'offer_withdrawn',
    );
    assert.equal((await ana.state()).wrapUp, null, 'no wrap-up for a call that nobody answered');
  });

  it('stops while the customer is away, and rings again when they are back', async () => {
    const ana = await center.agent('Ana');
    const guest = await center.customer();
    await guest.call();
    await customerFarewell(center.deps, guest.key);
    assert.equal(await ids(ana), undefined);
    await guest.present();
    await center.pass(10_000, [ana, guest]);
    assert.ok(await ids(ana));
  });

  it('moves on when the agent goes offline, by silence or by a closed stream (E-01)', async () => {
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    const guest = await center.customer();
    await guest.call();
    await center.pass(center.deps.settings.presenceGoneMs, [ben, guest]);
    assert.ok(await ids(ben));
    assert.equal((await ana.state()).agent.availability, 'offline');
    assert.equal((await ana.state()).agent.status, 'active', 'what they chose is kept');

    await ana.present();
    await agentStreamClosed(center.deps, { agentId: ben.id });
    assert.equal(await ids(ben), undefined);
    await center.pass(10_000, [ana, guest]);
    assert.ok(await ids(ana));
  });

  it('goes on ringing while another page of the agent is open (F30)', async () => {
    const ana = await center.agent('Ana');
    await (await center.customer()).call();
    const stops = [1, 2].map(() => center.deps.streams.subscribe(agentStream(ana.id), { ring: () => undefined }));
    await agentFarewell(center.deps, { agentId: ana.id });
    assert.ok(await ids(ana));
    for (const stop of stops) stop();
  });

  it('gives the ringing browser a token that hears nothing, and widens it at the answer', async () => {
    const ana = await center.agent('Ana');
    await (await center.customer()).call();
    const offer = await ana.ringing();
    const { media, call } = await offerToken(center.deps, { agentId: ana.id, offerId: offer?.id ?? '' });
    assert.equal(call, null);
    const { room, identity } = center.livekit.joinWith(media.token);
    assert.equal(center.livekit.roleOf(room, identity), 'agent-ringing');
    const grant = await ana.accept();
    assert.equal(grant.media.identity, identity);
    assert.equal(center.livekit.roleOf(room, identity), 'agent');
  });

  it('puts the browser of whoever did not answer out of the room', async () => {
    const ana = await center.agent('Ana');
    await (await center.customer()).call();
    const offer = await ana.ringing();
    const { media } = await offerToken(center.deps, { agentId: ana.id, offerId: offer?.id ?? '' });
    const { room, identity } = center.livekit.joinWith(media.token);
    await declineOffer(center.deps, { agentId: ana.id, offerId: offer?.id ?? '' });
    await center.settle();
    assert.deepEqual(
      (await center.livekit.listParticipants(room)).map((one) => one.identity).includes(identity),
      false,
    );
  });
});
