import { expect } from '@open-wc/testing';
import { timeFrameProblem } from './time-frame-problem.js';

const now = '2026-11-25T12:00';

/** Rows of the catalogue of bad inputs by their ids, in the contract's words, and cases beside them. */
describe('a time-frame that is refused before it is sent (LNK-9)', () => {
  for (const [why, start, end, key] of [
    ['timeframe-001: its end is before its start', '2027-01-02T10:00', '2027-01-02T09:00', 'end-before-start'],
    ['timeframe-002: its end is its start', '2027-01-02T10:00', '2027-01-02T10:00', 'end-before-start'],
    ['timeframe-003: it is over already', '2020-01-01T00:00', '2020-01-01T01:00', 'end-past'],
    ['its end is this very minute', '2026-11-25T11:00', now, 'end-past'],
    ['timeframe-004: it is longer than 30 days', '2027-01-01T00:00', '2027-01-31T00:01', 'frame-too-long'],
    ['it is further ahead than 400 days', '2028-01-01T00:00', '2028-01-02T00:00', 'frame-too-far'],
    ['timeframe-005: there is no such day', '2027-02-29T10:00', '2027-03-02T10:00', 'start-missing'],
    ['timeframe-006: there is no 13th month', '2027-13-01T10:00', '2027-03-02T10:00', 'start-missing'],
    ['timeframe-012: it is in words', 'tomorrow', '2027-03-02T10:00', 'start-missing'],
    ['timeframe-013: it is a number', '1767225600', '2027-03-02T10:00', 'start-missing'],
    ['timeframe-018: it is empty', '', '', 'start-missing'],
    ['it has no end', '2027-01-02T10:00', '', 'end-missing'],
    ['timeframe-021: its letters are small', '2027-01-01t10:00:00z', '2027-01-02T10:00', 'start-missing'],
  ] as const)
    it(`because ${why}`, () => {
      expect(timeFrameProblem({ start, end }, now)?.key).to.equal(key);
    });
});

describe('a time-frame that may be asked for', () => {
  for (const [why, start, end] of [
    ['from tomorrow on', '2026-11-26T09:00', '2026-11-26T10:00'],
    ['that has begun already', '2026-11-25T09:00', '2026-11-25T12:01'],
    ['of exactly 30 days', '2027-01-01T00:00', '2027-01-31T00:00'],
    ['in the last days of February', '2027-02-28T10:00', '2027-02-28T11:00'],
  ] as const)
    it(why, () => expect(timeFrameProblem({ start, end }, now)).to.equal(null));
});
