import { define } from './element.js';

let loading: Promise<void> | null = null;

/**
 * Loads and registers `cc-chat`, `cc-chat-button` and `cc-chat-notice`, which only a call with messages needs. What could
 * not be fetched is tried again by the next call of this.
 */
export function loadChat(): Promise<void> {
  loading ??= import('./chat-elements.js').then(
    ({ chatElements }) => define(...chatElements),
    () => {
      loading = null;
    },
  );
  return loading;
}
