/** Does something, and once more for all that was asked while it was done; never twice at a time. */
export class OnceMore {
  readonly #work: () => Promise<void>;
  #working = false;
  #asked = false;

  /** @param work Takes care of its own failures. */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  ask(): void {
    this.#asked = true;
    if (!this.#working) void this.#run();
  }

  async #run(): Promise<void> {
    this.#working = true;
    while (this.#asked) {
      this.#asked = false;
      await this.#work();
    }
    this.#working = false;
  }
}
