/** One frame of an event stream (WHATWG HTML §9.2.6). */
export interface SseFrame {
  readonly id: string | null;
  readonly event: string;
  readonly data: string;
}

/** The longest frame that is taken, in characters: ours have some thousands at most. */
export const mostInFrame = 1_000_000;

/**
 * Cuts text, in whatever pieces it comes, into frames. Comments come as frames with an empty event: signs of life. A frame
 * that is too long is passed over, and never held: what follows it tells by its number that something is missing.
 */
export class SseParser {
  /** What has come of a frame so far, in pieces: joining them each time would take the longer, the longer it is. */
  #pieces: string[] = [];
  #length = 0;
  #last = '';
  #skips = false;

  /** The frames that are complete after this piece. */
  push(given: string): SseFrame[] {
    // A proxy may end lines with CR LF; no JSON holds a bare CR.
    const text = given.replaceAll('\r', '');
    const ends = (this.#last + text).includes('\n\n');
    this.#last = text.slice(-1) || this.#last;
    if (!ends) {
      this.#hold(text);
      return [];
    }
    const blocks = (this.#pieces.join('') + text).split('\n\n');
    const rest = blocks.pop() ?? '';
    if (this.#skips) blocks.shift();
    this.#skips = false;
    this.#pieces = [];
    this.#length = 0;
    this.#hold(rest);
    return blocks.filter(({ length }) => length <= mostInFrame).map(parseFrame);
  }

  #hold(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length <= mostInFrame) return;
    this.#skips = true;
    // It may end in the first half of the empty line that ends the frame.
    this.#pieces = [text.slice(-1)];
    this.#length = 1;
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
