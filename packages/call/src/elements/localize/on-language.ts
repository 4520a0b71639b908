import { onStrings } from './strings.js';

const listeners = new Set<() => void>();
let stop = (): void => undefined;

const tell = () => [...listeners].forEach((listener) => listener());

function start(): void {
  const observer = new MutationObserver(tell);
  observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  const stopStrings = onStrings(tell);
  stop = () => {
    observer.disconnect();
    stopStrings();
  };
}

/**
 * Called when an element may read differently: a `lang` of the page changed, or sentences of a language arrived. One
 * observer serves all. Returns the way to stop.
 */
export function onLanguage(listener: () => void): () => void {
  const entry = () => listener();
  if (listeners.size === 0) start();
  listeners.add(entry);
  return () => {
    if (listeners.delete(entry) && listeners.size === 0) stop();
  };
}
