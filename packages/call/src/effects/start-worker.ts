import { EffectsError } from './effects-error.js';
import { trustedScriptUrl } from './script-url.js';

/**
 * Starts a module worker. A page may not start one from another origin; there a worker of the page's own imports it
 * (which needs `blob:` in the page's `worker-src`). @throws {EffectsError} `no-worker`
 */
export function startWorker(url: URL): Worker {
  const own = url.origin === location.origin;
  const address = own ? url.href : borrowed(url);
  try {
    return new Worker(trustedScriptUrl(address), { type: 'module', name: 'cc-effects' });
  } catch (error) {
    throw new EffectsError('no-worker', String(error));
  } finally {
    if (!own) setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

const borrowed = ({ href }: URL): string =>
  URL.createObjectURL(new Blob([`import ${JSON.stringify(href)};`], { type: 'text/javascript' }));
