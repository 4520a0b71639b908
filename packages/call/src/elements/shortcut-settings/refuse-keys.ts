import type { ShortcutName } from '../../session/shortcut-choice.js';
import type { Shortcuts } from '../../session/shortcuts.js';

/** Why keys cannot be had: `taken` says by which shortcut. */
export type KeysRefusal =
  { readonly why: 'unusable' | 'plain' | 'reserved' } | { readonly why: 'taken'; readonly by: ShortcutName };

/** With Ctrl, or ⌘ on a Mac: tabs and windows, which a page is never asked about, and what every page is read with. */
const browserLetters = 'ACFHLNPQRTWXZ';
/** The same with Shift: private windows, tabs, reloading without a cache, developer tools. */
const browserShifted = 'BCIJNPQRTWZ';
const browserFunctions = ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12'];

function isReserved(keys: string, name: ShortcutName, mac: boolean): boolean {
  const held = keys.split('+');
  const key = held.pop() ?? '';
  const main = mac ? 'Meta' : 'Ctrl';
  // The key with the system's sign is the system's, but for ⌘ on a Mac.
  if (!mac && held.includes('Meta')) return true;
  if (key.length > 1)
    return (held.length === 0 && browserFunctions.includes(key)) || /^(?:Alt|Ctrl|Meta)$/.test(held.join('+'));
  // Going to a ringing call works while somebody writes, who must be able to paste.
  if (held.join('+') === main)
    return (
      browserLetters.includes(key) || /\d/.test(key) || (mac && key === 'M') || (name === 'incoming' && key === 'V')
    );
  return held.join('+') === (mac ? 'Shift+Meta' : 'Ctrl+Shift') && browserShifted.includes(key);
}

/** Whether a shortcut can have these keys: null, or why not. */
export function refuseKeys(keys: string, name: ShortcutName, shortcuts: Shortcuts, mac: boolean): KeysRefusal | null {
  if (keys === '') return { why: 'unusable' };
  if (/^(?:Shift\+)?.$/.test(keys)) return { why: 'plain' };
  if (isReserved(keys, name, mac)) return { why: 'reserved' };
  const by = shortcuts.names.find((other) => other !== name && shortcuts.keysOf(other) === keys);
  return by ? { why: 'taken', by } : null;
}
