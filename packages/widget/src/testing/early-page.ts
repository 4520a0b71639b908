/** Where `cc-early.js` runs as on the link page: a document of its own, without the page's script. */
export interface EarlyPage {
  readonly window: Window & typeof globalThis;
  /** What it has asked for, as `HEAD /path`. */
  readonly asked: string[];
  /** What the server answers. At first nobody is there. */
  answer: () => Promise<Response>;
  /** What it wants to do later; nothing of it happens by itself. */
  readonly timers: readonly { readonly ms: number; readonly run: () => unknown }[];
  /** The words that the server has put there. */
  words(): HTMLElement | null;
  /** All scripts have come, or failed. */
  load(): void;
  /** The page's own script has come. */
  work(): Promise<unknown>;
  /** Settles when the document is loaded again. */
  readonly loadedAgain: Promise<unknown>;
  close(): void;
}

const tag = 'cc-call-link';

/** A page on a path, with a server's words on it, or as they would be in a page of another version: missing. */
export async function openEarlyPage(path?: string, { words = true, storage = true } = {}): Promise<EarlyPage> {
  const frame = document.createElement('iframe');
  const loads = () => new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = new URL('../../page/page.css', import.meta.url).href; // any document from here will do
  const loaded = loads();
  document.body.append(frame);
  await loaded;
  const window = frame.contentWindow as EarlyPage['window'];
  const timers: EarlyPage['timers'][number][] = [];
  const page: EarlyPage = {
    window,
    asked: [],
    answer: () => Promise.reject(new TypeError('offline')),
    timers,
    words: () => window.document.getElementById('failed'),
    load: () => window.dispatchEvent(new Event('load')),
    work: () => {
      window.customElements.define(tag, class extends window.HTMLElement {});
      return window.customElements.whenDefined(tag);
    },
    loadedAgain: loads(),
    close: () => frame.remove(),
  };
  window.fetch = (input, { method = 'GET' } = {}) => {
    const { href } = new URL(input instanceof Request ? input.url : input, window.document.baseURI);
    page.asked.push(`${method} ${href}`);
    return page.answer();
  };
  window.setTimeout = ((run: () => unknown, ms: number) => timers.push({ run, ms })) as typeof window.setTimeout;
  if (path !== undefined) window.history.replaceState(null, '', path);
  if (!storage)
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('refused');
      },
    });
  if (words) {
    const main = window.document.createElement('main');
    main.id = 'failed';
    main.hidden = true;
    window.document.body.append(main);
  }
  const script = window.document.createElement('script');
  script.type = 'module';
  script.src = new URL('../early.ts', import.meta.url).href;
  const ran = new Promise((resolve) => script.addEventListener('load', resolve));
  window.document.head.append(script);
  await ran;
  return page;
}
