import { expect } from '@open-wc/testing';
import { OnceMore } from './once-more.js';

/** Work that a test ends. */
function world() {
  const ends: (() => void)[] = [];
  let atOnce = 0;
  let most = 0;
  const once = new OnceMore(async () => {
    most = Math.max(most, ++atOnce);
    await new Promise<void>((resolve) => ends.push(resolve));
    atOnce--;
  });
  /** Ends what is being done, and lets what follows begin. */
  const end = async () => {
    ends.at(-1)?.();
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { once, end, begun: () => ends.length, most: () => most };
}

describe('doing something once more', () => {
  it('begins at once, and again for each time it is asked when nothing is under way', async () => {
    const { once, end, begun } = world();
    once.ask();
    expect(begun()).to.equal(1);
    await end();
    expect(begun()).to.equal(1);
    once.ask();
    expect(begun()).to.equal(2);
  });

  it('is done one time more for all that asked while it was done, and never twice at a time', async () => {
    const { once, end, begun, most } = world();
    once.ask();
    for (let i = 0; i < 5; i++) once.ask();
    expect(begun()).to.equal(1);
    await end();
    expect(begun()).to.equal(2);
    await end();
    expect([begun(), most()]).to.eql([2, 1]);
  });
});
