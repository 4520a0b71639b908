import { expect } from '@open-wc/testing';
import { keepTrying, pause, within } from './keep-trying.js';
import { flush, ManualClock } from './testing/manual-clock.js';

describe('keeping on trying', () => {
  it('tries at once, then after growing pauses of three seconds at most', async () => {
    const clock = new ManualClock();
    const start = clock.now();
    const at: number[] = [];
    const attempt = () => {
      at.push(clock.now() - start);
      return Promise.resolve(at.length === 8);
    };
    const trying = keepTrying(clock, attempt, () => false);
    await clock.advance(20_000);
    await trying;
    expect(at).to.eql([0, 250, 750, 1_750, 3_750, 6_750, 9_750, 12_750]);
  });

  it('tries nothing when it is over before, or is over by the end of a pause', async () => {
    const clock = new ManualClock();
    let [tries, over] = [0, true];
    const attempt = () => Promise.resolve(++tries > 5);
    await keepTrying(clock, attempt, () => over);
    expect(tries).to.equal(0);
    over = false;
    const trying = keepTrying(clock, attempt, () => over);
    await flush();
    over = true;
    await clock.advance(1_000);
    await trying;
    expect(tries).to.equal(1);
  });
});

describe('a pause', () => {
  it('ends when its time is over', async () => {
    const clock = new ManualClock();
    let over = false;
    void pause(clock, 100).then(() => (over = true));
    await clock.advance(99);
    await flush();
    expect(over).to.equal(false);
    await clock.advance(1);
    await flush();
    expect(over).to.equal(true);
  });

  it('ends at once when the network is back, and leaves no timer', async () => {
    const clock = new ManualClock();
    const waiting = pause(clock, 100);
    dispatchEvent(new Event('online'));
    await waiting;
    expect(clock.waiting).to.equal(0);
  });

  it('of nothing is none', async () => {
    const clock = new ManualClock();
    await pause(clock, 0);
    expect(clock.waiting).to.equal(0);
  });
});

describe('a time limit', () => {
  it('passes on what comes in time, and leaves no timer', async () => {
    const clock = new ManualClock();
    expect(await within(clock, 100, Promise.resolve('answer'))).to.equal('answer');
    const failed: unknown = await within(clock, 100, Promise.reject(new Error('no'))).catch((error: unknown) => error);
    expect((failed as Error).message).to.equal('no');
    await flush();
    expect(clock.waiting).to.equal(0);
  });

  it('fails when nothing came', async () => {
    const clock = new ManualClock();
    const limited = within(clock, 100, new Promise(() => undefined)).catch((error: unknown) => error);
    await clock.advance(100);
    expect(await limited).to.be.instanceOf(Error);
  });
});
