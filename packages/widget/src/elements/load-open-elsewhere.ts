import { define } from '@carillon/call';

/** Loads and registers `cc-open-elsewhere`, where a page has no microphone to give. What cannot be loaded leaves the words. */
export const loadOpenElsewhere = (): Promise<void> =>
  import('./open-elsewhere/open-elsewhere.js').then(
    ({ CcOpenElsewhere }) => define(CcOpenElsewhere),
    () => undefined,
  );
