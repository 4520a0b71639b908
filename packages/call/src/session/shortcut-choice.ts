/** What can have a shortcut, in the order in which it is shown. */
export const shortcutNames = ['mute', 'camera', 'share', 'incoming'] as const;

export type ShortcutName = (typeof shortcutNames)[number];

/** Keys by what they do, written as `Ctrl+M` or `Alt+Shift+A`; '' is none. */
export type ShortcutKeys = Readonly<Partial<Record<ShortcutName, string>>>;

/** What a person has changed: whether shortcuts are on at all, keys of their own, and which are off. */
export interface ShortcutChoice {
  readonly on: boolean;
  readonly keys: ShortcutKeys;
  readonly off: readonly ShortcutName[];
}

/**
 * Where a person's shortcuts are kept. Give an adapter one of your own to keep them with your users; without one they
 * are kept in this browser.
 */
export interface ShortcutStore {
  /** Whatever was kept last; null when nothing was. It is checked by us. */
  load(): Promise<unknown>;
  save(choice: ShortcutChoice): Promise<void>;
}

/** Nothing is changed: every shortcut is as the page has it. */
export const noChoice: ShortcutChoice = Object.freeze({ on: true, keys: {}, off: [] });

const written = /^(?:(?:Ctrl|Alt|Shift|Meta)\+)*(?:[A-Z]|\d|F\d{1,2})$/;
const isName = (value: unknown): value is ShortcutName => shortcutNames.includes(value as ShortcutName);

/** Reads what was kept: whatever does not fit is left out. */
export function toShortcutChoice(kept: unknown): ShortcutChoice {
  const { on, keys, off } = (kept ?? {}) as Partial<Record<keyof ShortcutChoice, unknown>>;
  const entries = Object.entries(keys ?? {}).filter(
    ([name, value]) => isName(name) && typeof value === 'string' && written.test(value),
  );
  return {
    on: on !== false,
    keys: Object.fromEntries(entries),
    off: Array.isArray(off) ? shortcutNames.filter((name) => off.includes(name)) : [],
  };
}
