import { CcBackgroundSettings, CcNetworkCheck, CcVoiceTest } from '@carillon/call';

/** What is tried out before a call beyond choosing devices: a chunk of its own, for whoever opens the choice of devices. */
export const deviceTests = [CcBackgroundSettings, CcVoiceTest, CcNetworkCheck] as const;
