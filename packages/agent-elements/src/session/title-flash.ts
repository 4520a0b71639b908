/** Blinks the page's title, once a second, while it is asked for; a tab in the background is seen that way (E-06). */
export class TitleFlash {
  readonly #document: Pick<Document, 'title'>;
  readonly #everyMs: number;
  #before: string | null = null;
  #text = '';
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(page: Pick<Document, 'title'> = document, everyMs = 1_000) {
    this.#document = page;
    this.#everyMs = everyMs;
  }

  start(text: string): void {
    this.stop();
    this.#before = this.#document.title;
    this.#text = text;
    this.#document.title = text;
    this.#timer = setInterval(() => this.#blink(), this.#everyMs);
  }

  /** Puts the title back, unless the page has given itself another one in the meantime. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    const before = this.#before;
    this.#before = null;
    if (before !== null && this.#document.title === this.#text) this.#document.title = before;
  }

  #blink(): void {
    const { title } = this.#document;
    if (title === this.#text) this.#document.title = this.#before ?? title;
    else if (title === this.#before) this.#document.title = this.#text;
  }
}
