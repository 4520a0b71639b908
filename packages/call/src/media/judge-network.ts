import type { NetworkStats } from './media-room.js';

/** `good`: a call with video works. `no-video`: sound works. `blocked`: no call gets through. */
export type NetworkVerdict = 'good' | 'no-video' | 'blocked';

export interface NetworkReport {
  readonly verdict: NetworkVerdict;
  /** For whoever helps: what was found, without an address or a name in it. */
  readonly code: string;
}

/** How far the check came: not to the server, not through with media, or to the end. */
export interface NetworkFindings {
  readonly stage: 'server' | 'media' | 'measured';
  readonly stats: NetworkStats | null;
}

/** Below this a picture of somebody is not worth its stutter; sound takes a fraction of it. */
const videoKbps = 250;
/** Above these, words and picture drift apart and the picture freezes. */
const videoRoundTripMs = 800;
const videoLostPercent = 8;

/** What a person should know of what was found. What the browser does not tell is taken for good. */
export function judgeNetwork({ stage, stats }: NetworkFindings): NetworkReport {
  if (stage !== 'measured' || !stats) return { verdict: 'blocked', code: `NET-0-${stage}` };
  const { path, roundTripMs, outgoingKbps, lostPercent } = stats;
  const video =
    (outgoingKbps ?? videoKbps) >= videoKbps &&
    (roundTripMs ?? 0) <= videoRoundTripMs &&
    (lostPercent ?? 0) <= videoLostPercent;
  const parts = [path, `${roundTripMs ?? '-'}ms`, `${outgoingKbps ?? '-'}k`, `${lostPercent ?? '-'}lost`];
  return { verdict: video ? 'good' : 'no-video', code: `NET-${video ? 2 : 1}-${parts.join('-')}` };
}
