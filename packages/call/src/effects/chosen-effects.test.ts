import { expect } from '@open-wc/testing';
import { assetNames } from './asset-names.js';
import type { CameraEffectsOptions } from './camera-effects.js';
import { chosenEffects } from './chosen-effects.js';
import { effectKey } from './effect-memory.js';
import { liteRtNames } from './litert-names.js';
import { preloadEffects } from './preload-effects.js';
import { MemoryBackgroundStore } from './testing/memory-background-store.js';
import { takeWebGlAway } from './testing/without-webgl.js';

describe('effects on a page', () => {
  afterEach(() => localStorage.removeItem(effectKey));

  /** What a preload asks for, sorted, without the folder. */
  async function preloaded(options: CameraEffectsOptions = {}): Promise<string[]> {
    const { fetch } = globalThis;
    const asked: string[] = [];
    globalThis.fetch = async (url) => {
      asked.push((url as string).replace('/effects/', ''));
      return new Response('');
    };
    try {
      await preloadEffects({ assets: '/effects/', ...options });
      return asked.sort();
    } finally {
      globalThis.fetch = fetch;
    }
  }

  it('load nothing where none was ever chosen', async () => {
    expect(chosenEffects()()).to.equal(null);
    expect(await preloaded()).to.deep.equal([]);
  });

  it('load nothing where the browser does not say what was chosen', () => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = () => {
      throw new DOMException('', 'SecurityError');
    };
    try {
      expect(chosenEffects()()).to.equal(null);
    } finally {
      Storage.prototype.getItem = getItem;
    }
  });

  it('load the files of the engine that this browser will use', async () => {
    localStorage.setItem(effectKey, '{}');
    expect(await preloaded()).to.deep.equal(Object.values(assetNames).sort());
    const giveBack = takeWebGlAway();
    try {
      const names = [assetNames.model, ...Object.values(liteRtNames)];
      expect(await preloaded()).to.deep.equal(names.sort());
    } finally {
      giveBack();
    }
  });

  for (const [title, effect, sum] of [
    ['brings the model when it has an effect', { background: 'blur' }, 1],
    ['brings nothing when it has none', null, 0],
    ['brings the model when it cannot say', new TypeError(), 1],
  ] as const)
    it(`of a store of the page’s own ${title}, whatever this browser knows`, async () => {
      const store = new MemoryBackgroundStore(effect);
      if (effect instanceof Error) store.loadEffect = () => Promise.reject(effect);
      const asked = await preloaded({ store: () => Promise.resolve(store) });
      expect(asked.length).to.equal(sum * Object.values(assetNames).length);
    });

  it('are there once one was chosen, or where the host keeps choices itself', async () => {
    const store = new MemoryBackgroundStore({ background: 'blur' });
    expect(await (await chosenEffects({ store })())?.active()).to.equal(true);
    localStorage.setItem(effectKey, '{"background":"none"}');
    expect(await (await chosenEffects()())?.active()).to.equal(false);
  });
});
