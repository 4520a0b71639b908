import { CcBackgroundSettings } from '@carillon/call';

/** Choosing a background: a chunk of its own, which a page loads when the devices are opened. */
export const backgroundScreens = [CcBackgroundSettings] as const;
