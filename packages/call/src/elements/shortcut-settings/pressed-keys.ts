const named = /^(?:[a-z]|\d|f\d{1,2})$/i;

/** The key itself: what it writes, or, where that is of another alphabet or of Alt on a Mac, what stands at its place. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (named.test(key)) return key.toUpperCase();
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? '';
}

/** What was pressed, written as `Ctrl+Shift+M`. Null while only modifiers are down, '' for a key no shortcut can have. */
export function pressedKeys(event: KeyboardEvent): string | null {
  if (['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'Fn'].includes(event.key)) return null;
  const key = keyOf(event);
  if (key === '') return '';
  const held = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', event.metaKey && 'Meta'];
  return [...held, key].filter(Boolean).join('+');
}
