import type { Deps } from '../deps.js';
import { reconcile } from './reconcile.js';

/** How often the record is compared with LiveKit (design §4). */
export const reconcileEveryMs = 10_000;

/** Reconciles at once and then again and again, one after the other. A LiveKit that is down is tried again next time. */
export function startReconciling(deps: Deps, everyMs = reconcileEveryMs): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async () => {
    // A server may have ended between a change and the ring that follows from it.
    await deps.router.route(deps);
    try {
      await reconcile(deps);
    } catch (error) {
      deps.log.warn('reconcile_failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
    if (!stopped) timer = setTimeout(() => (running = round()), everyMs);
  };
  let running = round();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
