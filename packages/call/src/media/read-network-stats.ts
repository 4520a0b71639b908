import type { NetworkStats } from './media-room.js';

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly selectedCandidatePairId?: string;
  readonly localCandidateId?: string;
  readonly candidateType?: string;
  readonly protocol?: string;
  readonly currentRoundTripTime?: number;
  readonly availableOutgoingBitrate?: number;
  readonly fractionLost?: number;
  readonly nominated?: boolean;
  readonly state?: string;
}

/** Reads a browser's report: the pair of addresses in use, and what the other side says of what it got. */
export function readNetworkStats(report: { values(): Iterable<unknown> }): NetworkStats {
  const entries = [...report.values()] as Entry[];
  const byId = (id: string | undefined) => entries.find((entry) => entry.id === id);
  const ofType = (type: string) => entries.filter((entry) => entry.type === type);
  const transport = ofType('transport').find((entry) => entry.selectedCandidatePairId !== undefined);
  // Firefox names no pair on its transport: the one that is nominated is in use.
  const pair =
    byId(transport?.selectedCandidatePairId) ??
    ofType('candidate-pair').find(({ nominated, state }) => nominated === true && state === 'succeeded');
  const lost = ofType('remote-inbound-rtp').flatMap(({ fractionLost }) => fractionLost ?? []);
  return {
    path: pathOf(byId(pair?.localCandidateId)),
    roundTripMs: pair?.currentRoundTripTime === undefined ? null : Math.round(pair.currentRoundTripTime * 1_000),
    outgoingKbps:
      pair?.availableOutgoingBitrate === undefined ? null : Math.round(pair.availableOutgoingBitrate / 1_000),
    lostPercent: lost.length === 0 ? null : Math.round(Math.max(...lost) * 100),
  };
}

function pathOf(candidate: Entry | undefined): NetworkStats['path'] {
  if (candidate?.candidateType === 'relay') return 'relay';
  return candidate?.protocol === 'udp' || candidate?.protocol === 'tcp' ? candidate.protocol : 'unknown';
}
