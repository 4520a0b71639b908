import { expect } from '@open-wc/testing';
import type { BackgroundStore } from './background-store.js';
import { noEffect, unknownEffect, type Effect } from './effect.js';
import { KeptChoice } from './kept-choice.js';
import { MemoryBackgroundStore } from './testing/memory-background-store.js';
import { pending, type Pending } from './testing/pending.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };

/** A store that answers when the test says so, as one behind a network does. */
class SlowStore extends MemoryBackgroundStore {
  readonly loads: Pending<unknown>[] = [];
  readonly saves: Pending<void>[] = [];
  override loadEffect(): Promise<unknown> {
    const load = pending<unknown>();
    this.loads.push(load);
    return load.promise;
  }
  override async saveEffect(effect: Effect): Promise<void> {
    const save = pending<void>();
    this.saves.push(save);
    await save.promise;
    this.effect = effect;
  }
}

/** Until what was asked has got as far as it can without an answer. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a choice between its store and a camera (BGD-3)', () => {
  it('is what the store has, and none where it has none', async () => {
    expect(await new KeptChoice(new MemoryBackgroundStore(blur)).read()).to.deep.equal(blur);
    expect(await new KeptChoice(new MemoryBackgroundStore()).read()).to.deep.equal(noEffect);
  });

  it('is read of a store that is loaded first', async () => {
    const store = new MemoryBackgroundStore(blur);
    expect(await new KeptChoice(() => Promise.resolve(store)).read()).to.deep.equal(blur);
  });

  it('is waited for: nothing is said before the store has answered', async () => {
    const store = new SlowStore();
    let said: Effect | null = null;
    const reading = new KeptChoice(store).read().then((effect) => (said = effect));
    await settled();
    expect(said).to.equal(null);
    store.loads[0]?.resolve(blur);
    await reading;
    expect(said).to.deep.equal(blur);
  });

  for (const [title, source] of [
    [
      'a store that fails',
      Object.assign(new MemoryBackgroundStore(), { loadEffect: () => Promise.reject(new Error()) }),
    ],
    ['a store that could not be loaded', (): Promise<BackgroundStore> => Promise.reject(new TypeError('no chunk'))],
  ] as const)
    it(`is blur with ${title}: something may have been chosen`, async () => {
      expect(await new KeptChoice(source).read()).to.deep.equal(unknownEffect);
    });

  it('stays what it was when the store fails later', async () => {
    const store = new SlowStore();
    const choice = new KeptChoice(store);
    const first = choice.read();
    await settled();
    store.loads[0]?.resolve(null);
    expect(await first).to.deep.equal(noEffect);
    const second = choice.read();
    await settled();
    store.loads[1]?.reject(new Error());
    expect(await second).to.deep.equal(noEffect);
  });

  it('holds at once, whatever the store says that was asked before', async () => {
    const store = new SlowStore();
    const choice = new KeptChoice(store);
    const reading = choice.read();
    await settled();
    void choice.choose(blur);
    store.loads[0]?.resolve(noEffect);
    expect(await reading).to.deep.equal(blur);
  });

  it('is not asked for until the store has it', async () => {
    const store = new SlowStore();
    const choice = new KeptChoice(store);
    const chosen = choice.choose(blur);
    expect(await choice.read()).to.deep.equal(blur);
    expect(store.loads.length).to.equal(0);
    await settled();
    store.saves[0]?.resolve(undefined);
    await chosen;
    void choice.read();
    await settled();
    expect(store.loads.length).to.equal(1);
  });

  it('holds for this page where it cannot be kept', async () => {
    const store = new SlowStore();
    const choice = new KeptChoice(store);
    const chosen = choice.choose(blur);
    await settled();
    store.saves[0]?.reject(new Error());
    await chosen;
    const reading = choice.read();
    await settled();
    store.loads[0]?.reject(new Error());
    expect(await reading).to.deep.equal(blur);
  });
});
