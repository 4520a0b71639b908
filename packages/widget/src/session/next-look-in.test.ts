import { expect } from '@open-wc/testing';
import { emptyLink, type LinkSnapshot } from './link-snapshot.js';
import { nextLookIn } from './next-look-in.js';

const now = 1_000_000;
const view = {
  state: 'not-open',
  kind: 'time-frame',
  brand: { name: 'Acme', color: '#123456', welcome: '' },
  queueName: 'Support',
  displayName: null,
  opensAt: now + 5_000,
  expiresAt: now + 60_000,
  serverNow: now,
} as const;
const link = (change: Partial<LinkSnapshot>): LinkSnapshot => ({ ...emptyLink, ...change });

describe('when a link is looked at again', () => {
  it('is when it opens, by the server’s clock', () => {
    expect(nextLookIn(link({ view }), now)).to.equal(5_050);
    expect(nextLookIn(link({ view, clockOffsetMs: 2_000 }), now)).to.equal(3_050);
  });

  it('is at once when it should be open by now', () => {
    expect(nextLookIn(link({ view }), now + 6_000)).to.equal(50);
  });

  it('is no later than a timer can count', () => {
    expect(nextLookIn(link({ view: { ...view, opensAt: now + 2 ** 40 } }), now)).to.equal(2 ** 31 - 1);
  });

  it('is in ten seconds when the service was not reached', () => {
    expect(nextLookIn(link({ problem: 'offline' }), now)).to.equal(10_000);
  });

  it('is never for what waiting does not change', () => {
    for (const state of ['used', 'expired', 'in-use'] as const)
      expect(nextLookIn(link({ view: { ...view, state } }), now)).to.equal(null);
    expect(nextLookIn(link({ problem: 'link_unavailable' }), now)).to.equal(null);
    expect(nextLookIn(link({ view: { ...view, state: 'available' } }), now)).to.equal(null);
  });
});
