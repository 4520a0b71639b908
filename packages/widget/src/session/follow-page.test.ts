import { expect } from '@open-wc/testing';
import { followPage } from './follow-page.js';

describe('the life of a page', () => {
  const follow = () => {
    const seen: string[] = [];
    const stop = followPage({
      hidden: () => seen.push('hidden'),
      restored: () => seen.push('restored'),
      online: () => seen.push('online'),
    });
    return { seen, stop };
  };
  const happen = () => {
    dispatchEvent(new PageTransitionEvent('pagehide'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    dispatchEvent(new Event('online'));
  };

  it('is told as it comes', () => {
    const { seen, stop } = follow();
    happen();
    stop();
    expect(seen).to.eql(['hidden', 'restored', 'online']);
  });

  it('does not take a page that is shown for the first time for one that comes back', () => {
    const { seen, stop } = follow();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    stop();
    expect(seen).to.eql([]);
  });

  it('is not told after it was stopped', () => {
    const { seen, stop } = follow();
    stop();
    happen();
    expect(seen).to.eql([]);
  });
});
