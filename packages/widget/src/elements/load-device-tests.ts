import { define } from '@carillon/call';

/** Loads and registers what devices are tried out with. What cannot be loaded leaves the page as it is. */
export const loadDeviceTests = (): Promise<void> =>
  import('./device-tests.js').then(
    ({ deviceTests }) => define(...deviceTests),
    () => undefined,
  );
