import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AgentEvent, ChannelEvent, CustomerEvent } from './events.js';
import { Id, Key } from './common.js';
import { limits } from './limits.js';
import { PhoneNumber } from './phone-number.js';
import { problemCodes } from './problem.js';
import { routes } from './routes.js';

describe('an id', () => {
  it('has a kind and 128 bits', () => {
    assert.equal(Id.safeParse(`cal_${'A'.repeat(22)}`).success, true);
    for (const wrong of ['', 'cal_', `cal_${'A'.repeat(21)}`, `CAL_${'A'.repeat(22)}`, `cal_${'A'.repeat(21)}/`])
      assert.equal(Id.safeParse(wrong).success, false, wrong);
  });
});

describe('a key', () => {
  it('is a lower-case word', () => {
    assert.equal(Key.safeParse('support-2').success, true);
    for (const wrong of ['', 'Support', '2nd', '__proto__', 'a'.repeat(41)])
      assert.equal(Key.safeParse(wrong).success, false, wrong);
  });
});

describe('a phone number', () => {
  for (const [number, accepted] of [
    ['+38512345678', true],
    ['+1234567', true],
    ['+123456', false],
    ['+1234567890123456', false],
    ['+0123456789', false],
    ['38512345678', false],
    ['+385 1 2345678', false],
    ['+٣٨٥١٢٣٤٥٦٧٨', false],
  ] as const) {
    it(`${accepted ? 'may' : 'may not'} be ${number}`, () =>
      assert.equal(PhoneNumber.safeParse(number).success, accepted));
  }
});

describe('the closed list of codes', () => {
  it('names each refusal once, in snake case', () => {
    assert.equal(new Set(problemCodes).size, problemCodes.length);
    for (const code of problemCodes) assert.match(code, /^[a-z]+(_[a-z]+)*$/);
  });
});

describe('routes', () => {
  it('escape what they are given', () => {
    assert.equal(routes.join('a/../b'), '/v1/join/a%2F..%2Fb');
    assert.equal(routes.callEnd('x?y'), '/v1/calls/x%3Fy/end');
  });
});

describe('limits', () => {
  it('leave room for a missed sign of life before a page counts as gone', () =>
    assert.ok(limits.presenceGoneMs >= 2 * limits.presenceEveryMs));
  it('keep a lease alive over a missed renewal', () => assert.ok(limits.leaseMs > 2 * limits.presenceGoneMs));
  it('cannot be changed by a caller', () => assert.ok(Object.isFrozen(limits)));
});

describe('events', () => {
  it('refuse a type that is not theirs', () => {
    assert.equal(AgentEvent.safeParse({ type: 'shutdown', body: {} }).success, false);
    assert.equal(CustomerEvent.safeParse({ type: 'agent', body: {} }).success, false);
  });
  it('of the channel carry the place to go on from', () =>
    assert.deepEqual(ChannelEvent.parse({ type: 'hello', body: { serverNow: 5, position: 7 } }).body, {
      serverNow: 5,
      position: 7,
    }));
});
