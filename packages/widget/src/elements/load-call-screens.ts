import { define } from '@carillon/call';

let loading: Promise<void> | null = null;

/**
 * Loads and registers the screens from the start of a call on. Called on the first sign that one is wanted, and again
 * where one is shown; it rejects when they could not be fetched, and the next call tries anew.
 */
export function loadCallScreens(): Promise<void> {
  loading ??= import('./call-screens.js').then(
    ({ callScreens }) => define(...callScreens),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
