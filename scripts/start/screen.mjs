/** What `npm start` says. Progress stays on one line of a terminal, and comes as a line now and then elsewhere. */
export class Screen {
  #out;
  #open = false;
  #lastShare = -1;

  constructor(out = process.stdout) {
    this.#out = out;
  }

  say = (text) => {
    if (this.#open) this.#out.write('\n');
    this.#open = false;
    this.#out.write(`${text}\n`);
  };

  progress({ step, of, now }) {
    const text = `  media server: step ${step} of ${of}`;
    if (this.#out.isTTY) {
      const width = this.#out.columns ?? 80;
      this.#out.write(`\r\u001b[2K${`${text}, ${now}`.slice(0, width - 1)}`);
      this.#open = true;
      return;
    }
    const share = Math.floor((step / of) * 20);
    if (share === this.#lastShare) return;
    this.#lastShare = share;
    this.say(text);
  }
}

/** The end of the output: where everybody goes, and how to stop. */
export function addresses({ desk, agents, customerLink, notice }) {
  const rows = [
    ...agents.map(({ key, name }) => [`Agent desk, ${name}`, `${desk}?agent=${encodeURIComponent(key)}`]),
    ['Customer link', customerLink],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    '',
    notice ?? 'Carillon is running.',
    '',
    ...rows.map(([label, address]) => `  ${label.padEnd(width)}  ${address}`),
    '',
    'Open the desk and go Active, then open the customer link in another window. Stop with Ctrl+C.',
  ].join('\n');
}
