/** One frame of an event stream (WHATWG HTML §9.2.6). */
export interface SseFrame {
  readonly id: string | null;
  readonly event: string;
  readonly data: string;
}

/** Cuts text, in whatever pieces it comes, into frames. Comments come as frames with an empty event: signs of life. */
export class SseParser {
  #rest = '';

  /** The frames that are complete after this piece. */
  push(text: string): SseFrame[] {
    // A proxy may end lines with CR LF; no JSON holds a bare CR.
    const blocks = (this.#rest + text.replaceAll('\r', '')).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    return blocks.map(parseFrame);
  }
}

function parseFrame(block: string): SseFrame {
  let id: string | null = null;
  let event = '';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'id') id = value;
    else if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
  }
  return { id, event, data: data.join('\n') };
}
