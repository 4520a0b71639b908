import { expect } from '@open-wc/testing';
import { BrowserBackgroundStore } from './browser-background-store.js';
import { noEffect } from './effect.js';
import { effectKey, wasEffectChosen } from './effect-memory.js';

const fresh = () => new BrowserBackgroundStore(`test-${crypto.randomUUID()}`);
const image = (id: string) => ({ id, name: `picture ${id}`, blob: new Blob([id], { type: 'image/jpeg' }) });

describe('what a browser keeps of backgrounds (BGD-3)', () => {
  afterEach(() => localStorage.removeItem(effectKey));

  it('is the effect, for every later page', async () => {
    expect([wasEffectChosen(), await fresh().loadEffect()]).to.deep.equal([false, null]);
    await fresh().saveEffect({ ...noEffect, background: 'blur' });
    expect([wasEffectChosen(), await fresh().loadEffect()]).to.deep.equal([true, { ...noEffect, background: 'blur' }]);
  });

  it('counts as nothing when it is no JSON', async () => {
    localStorage.setItem(effectKey, '{');
    expect(await fresh().loadEffect()).to.equal(null);
  });

  it('is the pictures, with their bytes', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const store = new BrowserBackgroundStore(name);
    await store.addImage(image('a'));
    await store.addImage(image('b'));
    const kept = await new BrowserBackgroundStore(name).images();
    expect(kept.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    expect(await kept[1]!.blob.text()).to.equal('b');
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
      expect(await store.images()).to.deep.equal([]);
      expect(await store.addImage(image('a')).catch(({ name }: Error) => name)).to.equal('SecurityError');
    } finally {
      IDBFactory.prototype.open = open;
    }
  });
});
