const modifiers = ['Ctrl', 'Alt', 'Shift', 'Meta'];
/** As a Mac writes them in its menus, and as they are said. */
const macSigns: Readonly<Record<string, string>> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Meta: '⌘' };
const macWords: Readonly<Record<string, string>> = { Ctrl: 'Control', Alt: 'Option', Meta: 'Command' };

/** Whether the keyboard is that of a Mac or an iPad. */
export const hasMacKeys = (): boolean => /^(?:Mac|iP)/.test(navigator.platform);

/** The keys of a shortcut such as `Ctrl+M`, one by one and as this keyboard has them: Ctrl, M or ⌃, M. */
export function keyNames(shortcut: string, mac = hasMacKeys()): readonly string[] {
  const keys = shortcut.split('+');
  return mac ? keys.map((key) => macSigns[key] ?? key) : keys;
}

/** A shortcut in one piece, for a sentence that is read: Ctrl+M or ⌃M. */
export const keysWritten = (shortcut: string, mac = hasMacKeys()): string =>
  keyNames(shortcut, mac).join(mac ? '' : '+');

/** A shortcut as it is said: nobody hears a ⌥. */
export const keysSpoken = (shortcut: string, mac = hasMacKeys()): string =>
  mac
    ? shortcut
        .split('+')
        .map((key) => macWords[key] ?? key)
        .join(' ')
    : shortcut;

/** The modifiers of this keyboard that a letter can be pressed with. */
export const modifierNames = (mac = hasMacKeys()): string =>
  modifiers
    .filter((key) => key !== 'Shift' && (mac || key !== 'Meta'))
    .map((key) => (mac ? (macSigns[key] ?? key) : key))
    .join(', ');
