import { expect } from '@open-wc/testing';
import { Store } from './store.js';

describe('a store', () => {
  it('replaces its snapshot, frozen, and tells everybody', () => {
    const store = new Store({ a: 1, b: 2 });
    const before = store.snapshot;
    let told = 0;
    store.subscribe(() => told++);
    store.set({ a: 3 });
    expect(store.snapshot).to.eql({ a: 3, b: 2 });
    expect(before).to.eql({ a: 1, b: 2 });
    expect(Object.isFrozen(store.snapshot)).to.equal(true);
    expect(told).to.equal(1);
  });

  it('tells nobody of the same values', () => {
    const store = new Store({ a: NaN });
    const before = store.snapshot;
    let told = 0;
    store.subscribe(() => told++);
    store.set({ a: NaN });
    expect(store.snapshot).to.equal(before);
    expect(told).to.equal(0);
  });

  it('keeps two subscriptions of one function apart', () => {
    const store = new Store({ a: 1 });
    let told = 0;
    const listener = () => told++;
    const stop = store.subscribe(listener);
    store.subscribe(listener);
    stop();
    stop();
    store.set({ a: 2 });
    expect(told).to.equal(1);
  });

  it('lets a listener leave while it is told', () => {
    const store = new Store({ a: 1 });
    const told: string[] = [];
    const stop = store.subscribe(() => {
      told.push('first');
      stop();
    });
    store.subscribe(() => told.push('second'));
    store.set({ a: 2 });
    store.set({ a: 3 });
    expect(told).to.eql(['first', 'second', 'second']);
  });
});
