/** This close to its end a list counts as read to the end, in pixels. */
const nearPx = 24;

/**
 * Keeps a list that grows at its end where its reader is: who reads its end goes on reading there, who has scrolled back
 * is left alone, and what is put in above moves nothing.
 */
export class ScrollEnd {
  atEnd = true;
  #height = 0;
  /** How much of the list was seen when its place was looked at last. */
  #room = 0;
  #first: string | undefined;

  /** Before the list changes. */
  remember(list: HTMLElement | null): void {
    this.#height = list?.scrollHeight ?? 0;
  }

  /** After it has; `first` names its first entry. */
  keep(list: HTMLElement | null, first: string | undefined): void {
    if (!list) return;
    if (this.atEnd) list.scrollTop = list.scrollHeight;
    else if (this.#first !== undefined && first !== this.#first) list.scrollTop += list.scrollHeight - this.#height;
    this.#first = first;
    this.#room = list.clientHeight;
  }

  /** The reader has scrolled. Returns whether that changed where they are. */
  look(list: HTMLElement): boolean {
    // Less is seen than before: that moved the end away, and no reader.
    if (this.atEnd && list.clientHeight < this.#room) {
      this.keep(list, this.#first);
      return false;
    }
    this.#room = list.clientHeight;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight <= nearPx;
    const changed = atEnd !== this.atEnd;
    this.atEnd = atEnd;
    return changed;
  }
}
