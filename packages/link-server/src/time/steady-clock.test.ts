import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { steadyClock } from './steady-clock.js';

describe('the server’s clock', () => {
  /** A machine whose wall clock can be set and whose own count goes on. */
  function machine() {
    const state = { wall: 1_000_000, ran: 0 };
    const now = steadyClock(
      () => state.wall,
      () => state.ran,
    );
    const pass = (ms: number) => {
      state.wall += ms;
      state.ran += ms;
      return now();
    };
    return { state, now, pass };
  }

  it('is the wall clock while that goes on', () => {
    const { pass } = machine();
    assert.deepEqual([pass(0), pass(1), pass(10_000)], [1_000_000, 1_000_001, 1_010_001]);
  });

  it('follows it forward at once', () => {
    const { state, now } = machine();
    state.wall += 3_600_000;
    assert.equal(now(), 4_600_000);
  });

  it('never goes back with it, never stands still, and meets it again', () => {
    const { state, now, pass } = machine();
    state.wall -= 300_000;
    assert.equal(now(), 1_000_000);
    let before = now();
    for (let i = 0; i < 10; i++) {
      const next = pass(10_000);
      assert.ok(next > before, 'it goes on');
      before = next;
    }
    assert.equal(before, 1_050_000, 'at half the speed');
    assert.equal(pass(600_000), state.wall);
  });

  it('gives whole milliseconds', () => {
    const { state, now } = machine();
    state.wall -= 1_000;
    state.ran += 0.7;
    assert.ok(Number.isInteger(now()));
  });
});
