import type { BackgroundStore, HostAdapter } from '@carillon/call';
import { expect } from '@open-wc/testing';
import { AgentBackgroundStore } from './agent-background-store.js';
import { linkServerAdapter, type LinkServerAdapterOptions } from './link-server-adapter.js';

/** The effects of a session, as the elements find them. */
function effectsWith(options: Partial<LinkServerAdapterOptions> = {}) {
  const adapter: HostAdapter = linkServerAdapter({
    server: 'https://calls.example',
    token: () => Promise.resolve('token'),
    fetch: () => Promise.reject(new TypeError('nothing is asked here')),
    ...options,
  });
  return adapter.createSession().effects;
}

describe('background effects of the adapter (BGD-3)', () => {
  it('are kept with the link-server, by one store for all of a session’s cameras', async () => {
    const images = [{ id: 'hall', name: 'Hall', url: '/hall.jpg' }];
    const effects = effectsWith({ effects: { images, assets: '/effects/' } });
    expect([effects?.images, effects?.assets]).to.deep.equal([images, '/effects/']);
    const load = effects?.store as () => Promise<BackgroundStore>;
    const [one, two] = await Promise.all([load(), load()]);
    expect(one).to.be.instanceOf(AgentBackgroundStore);
    expect(two).to.equal(one);
  });

  it('are kept where the host keeps them, if it does', () => {
    const store = {} as BackgroundStore;
    expect(effectsWith({ effects: { store } })?.store).to.equal(store);
  });
});
