/** A piece of a message: plain text, or one that leads somewhere. */
export interface TextPart {
  readonly text: string;
  /** Where it leads; null for plain text. */
  readonly href: string | null;
}

const address = /https?:\/\/[^\s<>"'`{}|\\^\u0000-\u001f]+/giu;
/** What ends a sentence and not an address. */
const trailing = /[.,;:!?…)\]»”’]+$/u;

/** An address as the browser would open it, or null for what is none: only http and https, and no name or password in it. */
function hrefOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, href } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null;
}

/** The end of an address: without the full stop behind it, but with a bracket that was opened in it. */
function trim(found: string): string {
  const end = trailing.exec(found)?.[0] ?? '';
  if (end === '') return found;
  const rest = found.slice(0, -end.length);
  return end.startsWith(')') && rest.includes('(') ? `${rest})` : rest;
}

/** Takes a message apart, so that its addresses can be followed. Nothing of it is ever read as markup. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = trim(found);
    const href = hrefOf(shown);
    if (href === null) continue;
    if (index > from) parts.push({ text: text.slice(from, index), href: null });
    parts.push({ text: shown, href });
    from = index + shown.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}
