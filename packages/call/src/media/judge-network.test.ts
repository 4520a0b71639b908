import { expect } from '@open-wc/testing';
import { judgeNetwork } from './judge-network.js';

const good = { path: 'udp', roundTripMs: 23, outgoingKbps: 1_812, lostPercent: 0 } as const;

describe('what a network is good for', () => {
  for (const [title, change, verdict, code] of [
    ['a fast one', {}, 'good', 'NET-2-udp-23ms-1812k-0lost'],
    ['one that just carries a picture', { outgoingKbps: 250 }, 'good', 'NET-2-udp-23ms-250k-0lost'],
    ['one that just does not', { outgoingKbps: 249 }, 'no-video', 'NET-1-udp-23ms-249k-0lost'],
    ['one with the longest way', { roundTripMs: 800 }, 'good', 'NET-2-udp-800ms-1812k-0lost'],
    ['one that is too far away', { roundTripMs: 801 }, 'no-video', 'NET-1-udp-801ms-1812k-0lost'],
    ['one that loses a little', { lostPercent: 8 }, 'good', 'NET-2-udp-23ms-1812k-8lost'],
    ['one that loses too much', { lostPercent: 9 }, 'no-video', 'NET-1-udp-23ms-1812k-9lost'],
    ['one over a relay', { path: 'relay' }, 'good', 'NET-2-relay-23ms-1812k-0lost'],
    [
      'one of which the browser tells nothing',
      { path: 'unknown', roundTripMs: null, outgoingKbps: null, lostPercent: null },
      'good',
      'NET-2-unknown--ms--k--lost',
    ],
  ] as const)
    it(`is ${verdict} for ${title}`, () => {
      expect(judgeNetwork({ stage: 'measured', stats: { ...good, ...change } })).to.deep.equal({ verdict, code });
    });

  for (const stage of ['server', 'media'] as const)
    it(`is nothing where the check came no further than: ${stage}`, () => {
      expect(judgeNetwork({ stage, stats: good })).to.deep.equal({ verdict: 'blocked', code: `NET-0-${stage}` });
    });
});
