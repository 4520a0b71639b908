import { browserStorage } from '../media/device-memory.js';
import type { ShortcutStore } from './shortcut-choice.js';

const key = 'carillon:shortcuts';

/** Keeps shortcuts in `localStorage`. Where a browser refuses that, they hold for this page. */
export const browserShortcuts = (storage = browserStorage()): ShortcutStore => ({
  async load() {
    return JSON.parse(storage?.getItem(key) ?? 'null') as unknown;
  },
  async save(choice) {
    storage?.setItem(key, JSON.stringify(choice));
  },
});
