import { expect } from '@open-wc/testing';
import { secondsLeft } from './seconds-left.js';

describe('seconds that are left', () => {
  const span = { createdAt: 0, expiresAt: 30_000 };
  for (const [now, seconds] of [
    [-500, 30],
    [0, 30],
    [1, 30],
    [1_000, 29],
    [29_001, 1],
    [29_999, 1],
    [30_000, 0],
    [31_000, 0],
  ] as const)
    it(`are ${seconds} at ${now} ms of 30 s`, () => expect(secondsLeft(span, now)).to.equal(seconds));
});
