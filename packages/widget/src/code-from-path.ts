/** What mail and chat programs leave at the end of an address they made clickable. */
const leftovers = /[.,;:!?)>\]}'"”’»]+$/u;

/** The code of a link from the path of its page, `/j/<code>`; null on another path. What it holds is the server's to judge. */
export function codeFromPath(path: string): string | null {
  const [, raw] = /^\/j\/([^/]+)\/?$/.exec(path) ?? [];
  if (raw === undefined) return null;
  return decode(raw).trim().replace(leftovers, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: no code has one, the server refuses it like any other.
    return text;
  }
}
