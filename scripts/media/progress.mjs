/**
 * Steps of a Go build, read from what `go list` and `go build -v` print: one line per module downloaded and one per
 * package compiled. `of` is a guess for an empty cache until `know` says how many packages are really to be compiled.
 */
export class BuildProgress {
  step = 0;
  of;
  now = 'prepare';
  #rest = '';

  constructor(guess = 1250) {
    this.of = guess;
  }

  /** Takes a piece of output; returns whether a step was made. */
  read(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    const before = this.step;
    for (const line of lines) this.#line(line.trim());
    return this.step !== before;
  }

  /** The number of packages still to compile is known now; linking is one step more. */
  know(packages) {
    this.of = this.step + packages + 1;
  }

  #line(line) {
    const download = /^go: downloading (\S+)/.exec(line)?.[1];
    // A package path has no spaces and no colon; warnings and errors have.
    if (!download && !/^[\w.~/-]+$/.test(line)) return;
    this.step++;
    this.of = Math.max(this.of, this.step);
    this.now = download ? `download ${download}` : `compile ${line}`;
  }
}
