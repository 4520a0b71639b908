import { expect, html } from '@open-wc/testing';
import type { CallEndReason } from '@carillon/contract';
import { fixtureNow } from '../../testing/link-fixtures.js';
import type { LinkWorldOptions } from '../../testing/link-world.js';
import { mountLink, wordsOf } from '../../testing/mount-link.js';
import { CcCallEnded } from './call-ended.js';

async function setup(endReason: CallEndReason, options: LinkWorldOptions = {}, endedAt = fixtureNow) {
  const ended = await mountLink<CcCallEnded>(CcCallEnded, html`<cc-call-ended></cc-call-ended>`, {
    call: { state: 'active', establishedAt: fixtureNow - 65_000, agentName: 'Ana Kovač' },
    ...options,
  });
  await ended.until(({ session }) => session.snapshot.connection === 'live');
  ended.world.server.set({ state: 'ended', endReason, endedAt, agentName: 'Ana Kovač' });
  await ended.until(({ session }) => session.snapshot.call?.state === 'ended');
  return ended;
}

const waiting = { call: { state: 'queued' } } as const;

describe('cc-call-ended', () => {
  for (const [reason, words] of Object.entries({
    customer_hangup: 'You ended the call.',
    agent_hangup: 'Ana Kovač ended the call.',
    no_agent: 'Nobody could answer just now. We are sorry.',
    connection_lost: 'The connection was lost for too long.',
    link_revoked: 'This link was withdrawn.',
    admin: 'The call was ended by the service.',
  }))
    it(`says why: ${reason}`, async () => {
      const ended = await setup(reason as CallEndReason);
      expect(ended.heading()).to.equal('The call has ended');
      expect(wordsOf(ended.root.querySelector('.text'))).to.contain(words);
    });

  it('says that the customer has left the line, with another heading', async () => {
    const ended = await setup('abandoned_in_queue', waiting);
    expect(ended.heading()).to.equal('You left the line');
  });

  it('ends in the company’s own words', async () => {
    const ended = await setup('agent_hangup', { view: { texts: { en: { ended: 'We write to you within a day.' } } } });
    expect(wordsOf(ended.root)).to.contain('We write to you within a day.').and.not.contain('close this page');
  });

  it('says how long it was', async () => {
    expect(wordsOf((await setup('agent_hangup')).root)).to.contain('Duration 1:05');
  });

  it('says no duration of a call that never began', async () => {
    expect(wordsOf((await setup('no_agent', waiting)).root)).not.to.contain('Duration');
  });

  it('offers another call on a link for many calls, and starts from the beginning (LNK-15)', async () => {
    const ended = await setup('agent_hangup', { view: { kind: 'expiry' } });
    ended.button('Call again').click();
    await ended.until(({ session }) => session.snapshot.call === null && session.snapshot.view !== null);
    expect(ended.requests).to.deep.equal(['cc-call-again-request']);
  });

  it('offers none on a one-time link that is used (LNK-14)', async () => {
    expect((await setup('agent_hangup')).root.querySelector('button')).to.equal(null);
  });

  it('offers another one to whoever left before a one-time link was used', async () => {
    (await setup('abandoned_in_queue', waiting)).button('Call again');
  });

  it('offers none once the link has expired or was withdrawn', async () => {
    const expired = await setup('agent_hangup', { view: { kind: 'expiry', expiresAt: fixtureNow - 1 } });
    expect(expired.root.querySelector('button')).to.equal(null);
    expect((await setup('link_revoked', { view: { kind: 'expiry' } })).root.querySelector('button')).to.equal(null);
  });

  it('is accessible', async () => {
    await expect((await setup('agent_hangup', { view: { kind: 'expiry' } })).element).to.be.accessible();
  }).timeout(30_000);
});
