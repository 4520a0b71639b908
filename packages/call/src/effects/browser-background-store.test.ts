import { expect } from '@open-wc/testing';
import { BrowserBackgroundStore } from './browser-background-store.js';
import { noEffect } from './effect.js';
import { effectKey, wasEffectChosen } from './effect-memory.js';

const fresh = () => new BrowserBackgroundStore(`test-${crypto.randomUUID()}`);
const image = (id: string) => ({ id, name: `picture ${id}`, blob: new Blob([id], { type: 'image/jpeg' }) });

describe('what a browser keeps of backgrounds (BGD-3)', () => {
  afterEach(() => localStorage.removeItem(effectKey));

  it('is the effect, for every later page', async () => {
    const store = () => new BrowserBackgroundStore();
    expect([wasEffectChosen(), await store().loadEffect()]).to.deep.equal([false, null]);
    await store().saveEffect({ ...noEffect, background: 'blur' });
    expect([wasEffectChosen(), await store().loadEffect()]).to.deep.equal([true, { ...noEffect, background: 'blur' }]);
  });

  it('is kept apart under other names', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const store = new BrowserBackgroundStore(name);
    await store.saveEffect({ ...noEffect, background: 'blur' });
    await store.addImage(image('a'));
    expect([wasEffectChosen(), await fresh().loadEffect(), await fresh().images()]).to.deep.equal([false, null, []]);
    expect(await new BrowserBackgroundStore(name).loadEffect()).to.have.property('background', 'blur');
    localStorage.removeItem(`${name}:background`);
  });

  it('counts as nothing when it is no JSON', async () => {
    localStorage.setItem(effectKey, '{');
    expect(await new BrowserBackgroundStore().loadEffect()).to.equal(null);
  });

  it('is the pictures, with their bytes', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const store = new BrowserBackgroundStore(name);
    await store.addImage(image('a'));
    await store.addImage(image('b'));
    const kept = await new BrowserBackgroundStore(name).images();
    expect(kept.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    expect(await kept[1]!.blob.text()).to.equal('b');
    expect([await (await store.image('a'))?.text(), await store.image('c')]).to.deep.equal(['a', null]);
    expect(await store.addImage(image('a')), 'once, under its own id').to.equal('a');
    await store.removeImage('a');
    expect((await store.images()).map(({ id }) => id)).to.deep.equal(['b']);
  });

  it('is nothing where there is no database', async () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('', 'SecurityError');
    };
    try {
      const store = fresh();
      expect([await store.images(), await store.image('a')]).to.deep.equal([[], null]);
      expect(await store.addImage(image('a')).catch(({ name }: Error) => name)).to.equal('SecurityError');
    } finally {
      IDBFactory.prototype.open = open;
    }
  });
});
