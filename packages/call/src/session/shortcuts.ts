import { browserShortcuts } from './browser-shortcuts.js';
import {
  noChoice,
  shortcutNames,
  toShortcutChoice,
  type ShortcutChoice,
  type ShortcutKeys,
  type ShortcutName,
  type ShortcutStore,
} from './shortcut-choice.js';
import { Store, type Readable } from './store.js';

/** The guide's keys for a call, and those that go to a ringing one. */
export const usualShortcuts = {
  mute: 'Ctrl+M',
  camera: 'Ctrl+V',
  share: 'Ctrl+S',
  incoming: 'Alt+Shift+A',
} as const satisfies ShortcutKeys;

/** Keys that a page has for its shortcuts: '' leaves one without keys until a person gives it some, null takes it away. */
export type OfferedShortcuts = Readonly<Partial<Record<ShortcutName, string | null>>>;

interface ShortcutsSnapshot {
  /** What the page has, before a person changes anything. */
  readonly offered: OfferedShortcuts;
  readonly choice: ShortcutChoice;
}

/**
 * A person's shortcuts. The page says which there are and what their usual keys are; what the person has changed wins over
 * that, is kept, and holds in every following call. What the page takes away is away, whatever the person chose.
 */
export class Shortcuts implements Readable<ShortcutsSnapshot> {
  readonly #kept: ShortcutStore;
  readonly #store = new Store<ShortcutsSnapshot>({ offered: usualShortcuts, choice: noChoice });

  constructor(kept: ShortcutStore = browserShortcuts()) {
    this.#kept = kept;
  }

  get snapshot(): ShortcutsSnapshot {
    return this.#store.snapshot;
  }

  /** Those that the page has. */
  get names(): readonly ShortcutName[] {
    return shortcutNames.filter((name) => this.snapshot.offered[name] !== null);
  }

  /** Whether there are any at all. */
  get on(): boolean {
    return this.snapshot.choice.on;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Reads what was kept. Where it cannot be read, all stays as it is. */
  async load(): Promise<void> {
    try {
      this.#store.set({ choice: toShortcutChoice(await this.#kept.load()) });
    } catch {
      // No shortcut is worth an agent's desk.
    }
  }

  /** The page's part: which shortcuts it has, and their usual keys. */
  offer(offered: OfferedShortcuts): void {
    const now = this.snapshot.offered;
    if (shortcutNames.some((name) => name in offered && offered[name] !== now[name]))
      this.#store.set({ offered: { ...now, ...offered } });
  }

  /** The keys of a shortcut, whether or not it is on; '' where it has none. */
  keysOf(name: ShortcutName): string {
    const { offered, choice } = this.snapshot;
    return choice.keys[name] ?? offered[name] ?? '';
  }

  /** Whether a shortcut has keys and is not switched off by itself. */
  isOn(name: ShortcutName): boolean {
    return this.keysOf(name) !== '' && !this.snapshot.choice.off.includes(name);
  }

  /** The keys that act now; '' where none do. */
  live(name: ShortcutName): string {
    return this.on && this.names.includes(name) && this.isOn(name) ? this.keysOf(name) : '';
  }

  /** Gives a shortcut other keys, and switches it on. */
  choose(name: ShortcutName, keys: string): void {
    const { choice } = this.snapshot;
    this.#change({ keys: { ...choice.keys, [name]: keys }, off: choice.off.filter((one) => one !== name) });
  }

  /** Switches a single one on or off; its keys stay. */
  turn(name: ShortcutName, on: boolean): void {
    const others = this.snapshot.choice.off.filter((one) => one !== name);
    this.#change({ off: on ? others : [...others, name] });
  }

  /** Switches all of them on or off. */
  turnAll(on: boolean): void {
    this.#change({ on });
  }

  /** Forgets what the person has changed. */
  reset(): void {
    this.#change(noChoice);
  }

  #change(change: Partial<ShortcutChoice>): void {
    const choice = { ...this.snapshot.choice, ...change };
    this.#store.set({ choice });
    // A choice that cannot be kept still holds for this page.
    void this.#kept.save(choice).catch(() => undefined);
  }
}
