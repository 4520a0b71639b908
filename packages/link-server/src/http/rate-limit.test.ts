import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRateLimit } from './rate-limit.js';

describe('a rate limit', () => {
  let now = 0;
  const limit = (most = 3) => createRateLimit({ most, perMs: 60_000, now: () => now });
  const use = (which: ReturnType<typeof limit>, who: string, times: number) => {
    for (let i = 0; i < times; i++) which.count(who);
  };

  it('allows so many and no more', () => {
    const three = limit();
    use(three, 'a', 2);
    assert.equal(three.allows('a'), true);
    use(three, 'a', 1);
    assert.equal(three.allows('a'), false);
  });

  it('uses nothing by asking', () => {
    const one = limit(1);
    assert.deepEqual([one.allows('a'), one.allows('a')], [true, true]);
  });

  it('counts each one alone', () => {
    const three = limit();
    use(three, 'a', 3);
    assert.equal(three.allows('b'), true);
  });

  it('gives one back each time its part of the period has gone by', () => {
    const three = limit();
    use(three, 'a', 3);
    now += 19_999;
    assert.equal(three.allows('a'), false);
    now += 1;
    assert.equal(three.allows('a'), true);
  });

  it('gives back no more than there was', () => {
    const three = limit();
    now += 3_600_000;
    use(three, 'a', 3);
    assert.equal(three.allows('a'), false);
  });

  it('owes nobody more than its allowance, however much is counted', () => {
    const three = limit();
    use(three, 'a', 1_000);
    now += 20_000;
    assert.equal(three.allows('a'), true);
  });

  it('forgets who was quiet for longest when there are very many', () => {
    const one = limit(1);
    use(one, 'first', 1);
    for (let i = 0; i < 10_000; i++) one.count(`n${i}`);
    assert.deepEqual([one.allows('first'), one.allows('n9999')], [true, false]);
  });
});
