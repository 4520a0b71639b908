import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OneAtATime } from './one-at-a-time.js';

describe('one at a time', () => {
  it('begins each when the one before is done, also after a failure', async () => {
    const line = new OneAtATime();
    const said: string[] = [];
    let finish = () => {};
    const first = line.run(async () => {
      said.push('first');
      await new Promise<void>((resolve) => (finish = resolve));
      throw new Error('failed');
    });
    const second = line.run(async () => said.push('second'));
    await new Promise(setImmediate);
    assert.deepEqual(said, ['first']);
    finish();
    await assert.rejects(first, /failed/);
    assert.equal(await second, 2);
  });
});
