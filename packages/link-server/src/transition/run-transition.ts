import type { Deps } from '../deps.js';
import { commitTransition, type TransitionOptions } from './commit-transition.js';
import type { Transition } from './transition.js';

/**
 * Changes the record by one transaction, see `commitTransition`, and routes waiting calls afterwards where an agent may
 * have become free or a call has begun to wait: whoever asks next finds the call ringing.
 */
export async function transition<T>(
  deps: Deps,
  body: (t: Transition) => Promise<T>,
  options?: TransitionOptions,
): Promise<T> {
  const { result, routing } = await commitTransition(deps, body, options);
  if (routing) await deps.router.route(deps);
  return result;
}
