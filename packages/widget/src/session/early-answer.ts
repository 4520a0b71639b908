/** What the page's first, small script has asked the server for while the page's own script was on its way. */
export interface EarlyAnswer {
  readonly url: string;
  readonly answer: Promise<Response>;
}

declare global {
  interface Window {
    /** Left by `cc-early.js` on the link page, and taken once. */
    ccEarly?: EarlyAnswer | undefined;
  }
}

/** `fetch`, but for a look at the link without a secret that was asked for early: that answer is taken, once. */
export const earlyFetch: typeof fetch = (input, init) => {
  const early = window.ccEarly;
  if (!early || input !== early.url) return globalThis.fetch(input, init);
  window.ccEarly = undefined; // of a moment ago, and of no use to whoever asks again
  const fits = init?.method === 'GET' && !new Headers(init.headers).has('authorization');
  return fits ? untilAborted(early.answer, init.signal) : globalThis.fetch(input, init);
};

/** The early request knows no signal, and may hang: whoever waits for it stops when theirs says so, and asks again. */
const untilAborted = (answer: Promise<Response>, signal: AbortSignal | null | undefined) =>
  new Promise<Response>((resolve, reject) => {
    const stop = () => reject(signal?.reason as Error);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
    answer.then(resolve, reject);
  });
