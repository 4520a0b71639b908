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

  it('holds for this page where it cannot be written down', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      await fresh().saveEffect(noEffect);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  describe('in its database', () => {
    const names: string[] = [];
    const undo: (() => void)[] = [];
    afterEach(() => {
      for (const one of undo.splice(0)) one();
      for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
    });

    /** A store with one picture, and its database as others see it. */
    const opened = async () => {
      const name = `test-${crypto.randomUUID()}`;
      names.push(name);
      const store = new BrowserBackgroundStore(name);
      await store.addImage(image('a'));
      return { name, store, ids: async () => (await store.images()).map(({ id }) => id) };
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error());
        // The store would hold it for ever.
        request.addEventListener('blocked', () => reject(new Error('blocked')));
      });
    /** Replaces a method for one test. */
    const replace = <T extends object, K extends keyof T>(of: T, name: K, value: T[K]) => {
      const before = of[name];
      of[name] = value;
      undo.push(() => (of[name] = before));
    };

    it('lets go when the database is deleted elsewhere, and opens it anew with the next use', async () => {
      const { name, store, ids } = await opened();
      await done(indexedDB.deleteDatabase(name));
      expect(await ids()).to.deep.equal([]);
      await store.addImage(image('b'));
      expect(await ids()).to.deep.equal(['b']);
    });

    it('lets go for a newer page, does without while that has it, and goes on afterwards', async () => {
      const { name, store, ids } = await opened();
      const newer = await done(indexedDB.open(name, 2));
      const refused = await store.addImage(image('b')).catch((error: Error) => error.name);
      expect([refused, await ids()]).to.deep.equal(['VersionError', []]);
      newer.close();
      await done(indexedDB.deleteDatabase(name));
      await store.addImage(image('c'));
      expect(await ids()).to.deep.equal(['c']);
    });

    it('opens it once, and again when the browser has closed it', async () => {
      const opens: string[] = [];
      const databases = new Set<IDBDatabase>();
      const { open } = IDBFactory.prototype;
      const { transaction } = IDBDatabase.prototype;
      replace(IDBFactory.prototype, 'open', function (this: IDBFactory, name, version) {
        opens.push(name);
        return open.call(this, name, version);
      });
      replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...rest) {
        databases.add(this);
        return transaction.apply(this, rest);
      });
      const { name, ids } = await opened();
      expect([await ids(), opens]).to.deep.equal([['a'], [name]]);
      for (const database of databases) {
        database.close();
        database.dispatchEvent(new Event('close'));
      }
      expect([await ids(), opens]).to.deep.equal([['a'], [name, name]]);
    });

    it('has no picture for which there was no room in the end', async () => {
      const { store, ids } = await opened();
      const { put } = IDBObjectStore.prototype;
      replace(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, value) {
        const request = put.call(this, value);
        request.addEventListener('success', () => this.transaction.abort());
        return request;
      });
      const refused = await store.addImage(image('b')).catch((error: Error) => error.message);
      expect([refused, await ids()]).to.deep.equal(['aborted', ['a']]);
    });

    it('passes by what is no picture', async () => {
      const { name, store, ids } = await opened();
      const database = await done(indexedDB.open(name));
      const table = database.transaction('backgrounds', 'readwrite').objectStore('backgrounds');
      const blob = new Blob([]);
      for (const one of [
        { id: 7, name: '', blob },
        { id: 'x', blob },
        { id: 'y', name: '', blob: 'text' },
      ])
        await done(table.put(one));
      database.close();
      expect([await ids(), await store.image('y')]).to.deep.equal([['a'], null]);
    });
  });
});
