import { expect } from '@open-wc/testing';
import { readNetworkStats } from './read-network-stats.js';

const report = (...entries: readonly object[]) => new Map(entries.map((entry, index) => [String(index), entry]));
const pair = {
  id: 'P1',
  type: 'candidate-pair',
  localCandidateId: 'L1',
  currentRoundTripTime: 0.0234,
  availableOutgoingBitrate: 1_812_345,
  nominated: true,
  state: 'succeeded',
};
const local = { id: 'L1', type: 'local-candidate', candidateType: 'host', protocol: 'udp' };
const transport = { id: 'T1', type: 'transport', selectedCandidatePairId: 'P1' };

describe('what a browser says of its network', () => {
  it('is read from the pair in use, and from what the other side got', () => {
    const lost = { id: 'R1', type: 'remote-inbound-rtp', fractionLost: 0.034 };
    const other = { ...pair, id: 'P2', currentRoundTripTime: 4 };
    expect(readNetworkStats(report(other, pair, local, transport, lost))).to.deep.equal({
      path: 'udp',
      roundTripMs: 23,
      outgoingKbps: 1_812,
      lostPercent: 3,
    });
  });

  it('is read from the nominated pair in a browser that names none on its transport', () => {
    expect(readNetworkStats(report(pair, local)).roundTripMs).to.equal(23);
  });

  for (const [candidate, path] of [
    [{ ...local, protocol: 'tcp' }, 'tcp'],
    [{ ...local, candidateType: 'relay' }, 'relay'],
    [{ id: 'other' }, 'unknown'],
  ] as const)
    it(`tells of the way: ${path}`, () => {
      expect(readNetworkStats(report(pair, transport, candidate)).path).to.equal(path);
    });

  it('is nothing where nothing is told', () => {
    const nothing = { path: 'unknown', roundTripMs: null, outgoingKbps: null, lostPercent: null };
    expect(readNetworkStats(report())).to.deep.equal(nothing);
  });
});
