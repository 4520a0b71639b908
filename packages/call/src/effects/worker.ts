import { EffectsWorker } from './effects-worker.js';
import type { ToWorker } from './worker-messages.js';

/** The part of a worker's global scope that we use; the DOM's types know only the page's. */
const scope = globalThis as unknown as {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

const worker = new EffectsWorker((message, transfer = []) => scope.postMessage(message, transfer));
scope.onmessage = ({ data }) => worker.receive(data);
