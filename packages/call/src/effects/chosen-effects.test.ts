import { expect } from '@open-wc/testing';
import { assetNames } from './asset-names.js';
import { chosenEffects } from './chosen-effects.js';
import { effectKey } from './effect-memory.js';
import { preloadEffects } from './preload-effects.js';
import { MemoryBackgroundStore } from './testing/memory-background-store.js';

describe('effects on a page', () => {
  afterEach(() => localStorage.removeItem(effectKey));

  it('load nothing where none was ever chosen', async () => {
    expect(chosenEffects()()).to.equal(null);
    const { fetch } = globalThis;
    const asked: string[] = [];
    globalThis.fetch = async (url) => {
      asked.push(url as string);
      return new Response('');
    };
    try {
      await preloadEffects({ assets: '/effects/' });
      expect(asked).to.deep.equal([]);
      localStorage.setItem(effectKey, '{}');
      await preloadEffects({ assets: '/effects/' });
      expect(asked.sort()).to.deep.equal(
        Object.values(assetNames)
          .map((name) => `/effects/${name}`)
          .sort(),
      );
    } finally {
      globalThis.fetch = fetch;
    }
  });

  for (const [title, effect, sum] of [
    ['brings the model when it has an effect', { background: 'blur' }, 1],
    ['brings nothing when it has none', null, 0],
  ] as const)
    it(`of a store of the page’s own ${title}, whatever this browser knows`, async () => {
      const { fetch } = globalThis;
      let asked = 0;
      globalThis.fetch = async () => {
        asked++;
        return new Response('');
      };
      try {
        const store = new MemoryBackgroundStore(effect);
        await preloadEffects({ assets: '/effects/', store: () => Promise.resolve(store) });
        expect(asked).to.equal(sum * Object.values(assetNames).length);
      } finally {
        globalThis.fetch = fetch;
      }
    });

  it('are there once one was chosen, or where the host keeps choices itself', async () => {
    const store = new MemoryBackgroundStore({ background: 'blur' });
    expect(await (await chosenEffects({ store })())?.active()).to.equal(true);
    localStorage.setItem(effectKey, '{"background":"none"}');
    expect(await (await chosenEffects()())?.active()).to.equal(false);
  });
});
