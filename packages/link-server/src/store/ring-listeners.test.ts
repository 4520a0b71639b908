import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RingListeners } from './ring-listeners.js';

describe('listeners of commits', () => {
  it('are called after the callbacks of the commit, and only when there is a topic', () => {
    const heard: string[] = [];
    const listeners = new RingListeners();
    listeners.add((topics) => heard.push(...topics));
    listeners.committed([() => heard.push('callback')], new Set());
    assert.deepEqual(heard, ['callback']);
    listeners.committed([() => heard.push('callback')], new Set(['x']));
    assert.deepEqual(heard, ['callback', 'callback', 'x']);
  });

  it('may be the same function twice, each stopped on its own', () => {
    let calls = 0;
    const listeners = new RingListeners();
    const listener = () => calls++;
    const stop = listeners.add(listener);
    listeners.add(listener);
    stop();
    listeners.committed([], new Set(['x']));
    assert.equal(calls, 1);
  });

  it('may stop themselves and others while they are called', () => {
    const heard: string[] = [];
    const listeners = new RingListeners();
    const stop = listeners.add(() => {
      heard.push('a');
      stop();
    });
    listeners.add(() => heard.push('b'));
    listeners.committed([], new Set(['x']));
    listeners.committed([], new Set(['x']));
    assert.deepEqual(heard, ['a', 'b', 'b']);
  });

  it('are all called though one throws, whose error is thrown afterwards', (t) => {
    const later: (() => void)[] = [];
    t.mock.method(globalThis, 'queueMicrotask', (callback: () => void) => later.push(callback));
    const heard: string[] = [];
    const listeners = new RingListeners();
    listeners.add(() => {
      throw new Error('broken listener');
    });
    listeners.add(() => heard.push('b'));
    listeners.committed([], new Set(['x']));
    assert.deepEqual(heard, ['b']);
    assert.throws(() => later[0]?.(), /broken listener/);
  });
});
