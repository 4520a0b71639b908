import { define } from '@carillon/call';

/** Loads and registers the choice of a background. What cannot be loaded leaves the page as it is. */
export const loadBackgroundSettings = (): Promise<void> =>
  import('./background-screens.js').then(
    ({ backgroundScreens }) => define(...backgroundScreens),
    () => undefined,
  );
