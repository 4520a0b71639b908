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

  describe('asks how it was (WRP-3)', () => {
    const asks = { view: { rating: true } } as const;
    const star = (ended: Awaited<ReturnType<typeof setup>>, count: number) =>
      ended.button(`${count} star${count === 1 ? '' : 's'} of five`);
    const pressed = (root: ShadowRoot) =>
      [...root.querySelectorAll('.star')].map((one) => [one.classList.contains('on'), one.ariaPressed]);

    it('by five stars, of which the pressed one is sent, and shown once it was taken', async () => {
      const ended = await setup('agent_hangup', asks);
      expect(wordsOf(ended.root)).to.contain('How was your call?');
      star(ended, 4).click();
      expect(
        pressed(ended.root).some(([on]) => on),
        'nothing is shown before it is true',
      ).to.equal(false);
      await ended.until(({ session }) => session.snapshot.rating === 4);
      expect(ended.requests).to.deep.equal(['cc-rate-request']);
      expect(ended.world.server.bodies.at(-1)).to.deep.equal({ rating: 4 });
      expect(pressed(ended.root)).to.deep.equal([
        [true, 'false'],
        [true, 'false'],
        [true, 'false'],
        [true, 'true'],
        [false, 'false'],
      ]);
      expect(wordsOf(ended.root)).to.contain('Thank you. Your rating was sent.');
    });

    it('and lets the customer change it', async () => {
      const ended = await setup('agent_hangup', asks);
      for (const count of [5, 1]) {
        star(ended, count).click();
        await ended.until(({ session }) => session.snapshot.rating === count && session.snapshot.pending === null);
      }
      expect(ended.world.server.bodies.slice(-2)).to.deep.equal([{ rating: 5 }, { rating: 1 }]);
    });

    it('and says so when it could not be sent', async () => {
      const ended = await setup('agent_hangup', asks);
      ended.world.server.refuse.set('rating', 'rating_not_allowed');
      star(ended, 2).click();
      await ended.until(({ session }) => session.snapshot.failure !== null && session.snapshot.pending === null);
      expect(wordsOf(ended.root.querySelector('[role=alert]'))).to.equal('Your rating could not be sent. Try again.');
      expect(ended.world.session.snapshot.rating).to.equal(null);
    });

    it('and sends nothing when a host cancels', async () => {
      const ended = await setup('agent_hangup', asks);
      ended.provider.addEventListener('cc-rate-request', (event) => event.preventDefault());
      star(ended, 3).click();
      expect(ended.world.server.asked).not.to.include('POST rating');
    });

    it('only where the link asks for it (WRP-9), and of a call that took place', async () => {
      for (const [reason, options] of [
        ['agent_hangup', {}],
        ['agent_hangup', { view: { rating: false } }],
        ['no_agent', { ...asks, ...waiting }],
      ] as const)
        expect((await setup(reason, options)).root.querySelector('.star')).to.equal(null);
    });
  });

  it('is accessible', async () => {
    await expect((await setup('agent_hangup', { view: { kind: 'expiry', rating: true } })).element).to.be.accessible();
  }).timeout(30_000);
});
