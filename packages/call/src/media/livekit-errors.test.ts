import { expect } from '@open-wc/testing';
import { closeReasonOf, toMediaError } from './livekit-errors.js';

describe('why LiveKit closed a room', () => {
  for (const [reason, expected] of [
    [undefined, 'lost'],
    [0, 'lost'],
    [1, 'lost'],
    [2, 'moved'],
    [3, 'lost'],
    [4, 'evicted'],
    [5, 'ended'],
    [7, 'lost'],
    [8, 'lost'],
    [9, 'lost'],
    [10, 'ended'],
    [14, 'lost'],
  ] as const) {
    it(`is ${expected} for ${String(reason)}`, () => expect(closeReasonOf(reason)).to.equal(expected));
  }
});

describe('why connecting to LiveKit failed', () => {
  for (const [title, error, code] of [
    ['an unknown room', { reason: 0, status: 404 }, 'connection-refused'],
    ['an expired token', { reason: 0, status: 401 }, 'connection-refused'],
    ['a status without a reason', { status: 403 }, 'connection-refused'],
    ['a server that is down', { reason: 1 }, 'connection-failed'],
    ['a socket that breaks', { reason: 6 }, 'connection-failed'],
    ['a server error', { reason: 2, status: 500 }, 'connection-failed'],
    ['nothing', null, 'connection-failed'],
  ] as const) {
    it(`is ${code} for ${title}`, () => expect(toMediaError(error).code).to.equal(code));
  }

  it('never tells the token that the message holds', () => {
    const error = Object.assign(new Error('invalid token: eyJhbGciOi'), {
      reason: 0,
      status: 401,
      reasonName: 'ServerUnreachable',
    });
    expect(String(toMediaError(error).message)).not.to.contain('eyJ');
  });
});
