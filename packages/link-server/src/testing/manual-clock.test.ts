import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ManualClock } from './manual-clock.js';

describe('a manual clock', () => {
  it('stands still until it is moved, and never goes back', () => {
    const clock = new ManualClock(100);
    assert.equal(clock.now(), 100);
    clock.moveTo(150);
    clock.moveTo(120);
    assert.equal(clock.now(), 150);
  });

  it('sets off its alarms in their order, each at its time', () => {
    const clock = new ManualClock(0);
    const heard: string[] = [];
    clock.after(20, () => heard.push(`b@${clock.now()}`));
    clock.after(10, () => {
      heard.push(`a@${clock.now()}`);
      clock.after(5, () => heard.push(`c@${clock.now()}`));
    });
    assert.equal(clock.nextAlarm, 10);
    clock.moveTo(19);
    assert.deepEqual(heard, ['a@10', 'c@15']);
    clock.moveTo(20);
    assert.deepEqual(heard, ['a@10', 'c@15', 'b@20']);
  });

  it('calls alarms off', () => {
    const clock = new ManualClock(0);
    const cancel = clock.after(10, () => assert.fail('called off'));
    cancel();
    assert.equal(clock.nextAlarm, undefined);
    clock.moveTo(20);
  });
});
