import { expect } from '@open-wc/testing';
import { Governor, levels } from './governor.js';

const feed = (governor: Governor, ms: number, frames: number) =>
  Array.from({ length: frames }, () => governor.tick(ms)).filter(Boolean).length;

describe('the governor (E-28)', () => {
  it('leaves full quality alone while frames fit', () => {
    const governor = new Governor();
    feed(governor, 15, 600);
    expect([governor.index, governor.level.maskEvery, governor.overloaded]).to.deep.equal([0, 1, false]);
  });

  it('steps down one level at a time, and says when not even the last one fits', () => {
    const governor = new Governor();
    expect(feed(governor, 60, 44)).to.equal(0);
    expect(governor.tick(60)).to.equal(true);
    expect(governor.index).to.equal(1);
    feed(governor, 60, 45 * 5);
    expect([governor.index, governor.overloaded]).to.deep.equal([levels.length - 1, true]);
  });

  it('does not climb above the level that is the best for a device, and counts from there', () => {
    const governor = new Governor();
    governor.keepFrom(1);
    expect([governor.index, governor.level.maskEvery]).to.deep.equal([0, 2]);
    expect(feed(governor, 5, 600)).to.equal(0);
    feed(governor, 60, 45);
    expect([governor.index, governor.level.maskEvery]).to.deep.equal([1, 3]);
    feed(governor, 5, 600);
    expect([governor.index, governor.level.maskEvery]).to.deep.equal([0, 2]);
  });

  it('keeps a level that was lowered already when it learns what the best one is', () => {
    const governor = new Governor();
    feed(governor, 60, 45 * 3);
    governor.keepFrom(1);
    expect([governor.index, governor.level]).to.deep.equal([2, levels[3]]);
  });

  it('gives up after half a minute in which not even the last level fits, and not before', () => {
    const governor = new Governor();
    feed(governor, 60, 45 * 5 + 44);
    expect([governor.overloaded, governor.gaveUp]).to.deep.equal([false, false]);
    feed(governor, 60, 359);
    expect([governor.overloaded, governor.gaveUp]).to.deep.equal([true, false]);
    governor.tick(60);
    expect(governor.gaveUp).to.equal(true);
  });

  it('does not give up where the last level takes less than twice its time, or a level above did not fit', () => {
    const governor = new Governor({ patience: 1 });
    feed(governor, 60, 45 * 5);
    feed(governor, 40, 500);
    expect([governor.level, governor.overloaded, governor.gaveUp]).to.deep.equal([levels.at(-1), false, false]);
    const hasty = new Governor({ settle: 2, patience: 1 });
    feed(hasty, 60, 2);
    expect([hasty.index, hasty.gaveUp]).to.deep.equal([1, false]);
  });

  it('is patient anew after a moment in which the last level did fit', () => {
    const governor = new Governor({ patience: 100 });
    feed(governor, 60, 45 * 6 + 90);
    feed(governor, 10, 20);
    expect(governor.overloaded).to.equal(false);
    feed(governor, 60, 90);
    expect([governor.overloaded, governor.gaveUp]).to.deep.equal([true, false]);
  });

  it('climbs again once the level above is predicted to fit, up to the first', () => {
    const governor = new Governor();
    feed(governor, 60, 45 * 5);
    feed(governor, 5, 45 * 4 * 6);
    expect([governor.index, governor.overloaded]).to.deep.equal([0, false]);
  });

  it('judges each level by its own frames, and waits four times as long before it climbs', () => {
    const governor = new Governor();
    feed(governor, 6_000, 45);
    expect([governor.index, feed(governor, 15, 45)]).to.deep.equal([1, 0]);
    const quick = new Governor();
    feed(quick, 60, 45);
    expect([feed(quick, 5, 45 * 4 - 1), feed(quick, 5, 1)]).to.deep.equal([0, 1]);
  });

  it('stays where the level above would not fit: no swinging to and fro', () => {
    const governor = new Governor();
    feed(governor, 30, 45);
    expect(governor.index).to.equal(1);
    // 15 ms here are 20 ms above: over 85 % of the budget.
    expect(feed(governor, 15, 2_000)).to.equal(0);
    expect(governor.index).to.equal(1);
  });

  it('is not moved by one slow frame', () => {
    const governor = new Governor();
    feed(governor, 12, 100);
    expect([governor.tick(90), feed(governor, 12, 100)]).to.deep.equal([false, 0]);
  });
});
