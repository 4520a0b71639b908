import { define } from '@carillon/call';

let loading: Promise<void> | null = null;

/** Loads and registers `cc-call-back`, where a screen offers it: most customers just call. The next call tries anew. */
export function loadCallBack(): Promise<void> {
  loading ??= import('./call-back/call-back.js').then(
    ({ CcCallBack }) => define(CcCallBack),
    () => {
      loading = null;
    },
  );
  return loading;
}
