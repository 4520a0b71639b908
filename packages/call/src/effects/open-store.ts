import type { BackgroundStore, BackgroundStoreSource } from './background-store.js';
import { BrowserBackgroundStore } from './browser-background-store.js';

/** One for the page: each would open a database of its own. */
let browser: BackgroundStore | undefined;

/** The store of a page: the host's, loaded where it has to be, or this browser's. Rejects when it could not be loaded. */
export const openStore = async (source: BackgroundStoreSource | undefined): Promise<BackgroundStore> =>
  typeof source === 'function' ? source() : (source ?? (browser ??= new BrowserBackgroundStore()));
