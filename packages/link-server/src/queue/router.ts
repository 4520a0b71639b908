import type { Deps, Router } from '../deps.js';
import { commitTransition } from '../transition/commit-transition.js';
import { route } from './route.js';

/** The router of one server. Those of several servers on one database take turns. */
export function createRouter(): Router {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  async function run(deps: Deps): Promise<void> {
    try {
      while (await routeOnce(deps));
    } catch (error) {
      deps.log.error('routing_failed', { error: error instanceof Error ? error.name : 'unknown' });
    } finally {
      running = undefined;
    }
  }

  return {
    route(deps) {
      if (!running) return (running = run(deps));
      next ??= running.then(() => {
        next = undefined;
        return (running = run(deps));
      });
      return next;
    },
  };
}

/** True when there was more than fits into one transaction. */
const routeOnce = async (deps: Deps): Promise<boolean> => (await commitTransition(deps, route)).result;
