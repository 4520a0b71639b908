const modifiers = ['Ctrl', 'Alt', 'Shift', 'Meta'] as const;

/**
 * Whether a key press is the shortcut, written as `Ctrl+M` or `Alt+Shift+A`. Exactly its modifiers and no others; a
 * key that is held down counts once, and a key that composes a character does not count.
 */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  if (event.repeat || event.isComposing) return false;
  const parts = shortcut.split('+').map((part) => part.trim().toLowerCase());
  const key = parts.at(-1) ?? '';
  const held = { Ctrl: event.ctrlKey, Alt: event.altKey, Shift: event.shiftKey, Meta: event.metaKey };
  if (modifiers.some((modifier) => held[modifier] !== parts.slice(0, -1).includes(modifier.toLowerCase())))
    return false;
  const typed = event.key.toLowerCase();
  if (key === '' || typed === key) return key !== '';
  // With Alt a Mac types another character, with Shift a digit is another sign, and other alphabets have other letters on
  // the same key. A Latin letter is what it says, wherever it stands.
  return !/^[a-z]$/.test(typed) && [`key${key}`, `digit${key}`].includes(event.code.toLowerCase());
}

/** Whether a key press goes into a field: a shortcut must not take it from there. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return (
    target instanceof HTMLInputElement &&
    !['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file'].includes(target.type)
  );
}
