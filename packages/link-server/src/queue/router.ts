import type { Deps, Router } from '../deps.js';
import { logFailure } from '../log/log-failure.js';
import { DatabaseUnavailableError } from '../store/database.js';
import { commitTransition } from '../transition/commit-transition.js';
import { route } from './route.js';

/** The router of one server. Those of several servers on one database take turns. */
export function createRouter(): Router {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  async function run(deps: Deps): Promise<void> {
    try {
      while (await insist(() => routeOnce(deps)));
    } catch (error) {
      logFailure(deps.log, 'routing_failed', error);
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

/** How often a round is tried when so many requests wait for the database that it got no connection in time. */
const tries = 3;

/** A call would else wait until the record is next compared with LiveKit, seconds later. */
async function insist<T>(round: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await round();
    } catch (error) {
      if (left === 0 || !(error instanceof DatabaseUnavailableError)) throw error;
    }
  }
}
