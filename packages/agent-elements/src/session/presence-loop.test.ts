import { expect } from '@open-wc/testing';
import { PresenceLoop } from './presence-loop.js';

/** A loop whose signs are counted; `until(n)` resolves with the nth. */
function setup(answer: () => Promise<void> = () => Promise.resolve()) {
  let count = 0;
  let heard = () => undefined as void;
  const loop = new PresenceLoop(() => {
    count++;
    heard();
    return answer();
  }, 5);
  const until = (n: number) => new Promise<void>((done) => (heard = () => void (count >= n && done())));
  return { loop, until, count: () => count };
}

describe('saying that the page is there', () => {
  it('happens at once and again and again', async () => {
    const { loop, until, count } = setup();
    loop.say();
    expect(count()).to.equal(1);
    expect(loop.runs).to.equal(true);
    await until(3);
    loop.stop();
  });

  it('goes on after a sign that was refused', async () => {
    const { loop, until } = setup(() => Promise.reject(new Error('away')));
    loop.say();
    await until(3);
    loop.stop();
  });

  it('goes on when a request hangs', async () => {
    const { loop, until } = setup(() => new Promise(() => undefined));
    loop.say();
    await until(3);
    loop.stop();
  });

  it('does not double when it is said in between', async () => {
    const { loop, until, count } = setup();
    loop.say();
    loop.say();
    expect(count()).to.equal(2);
    await Promise.resolve();
    await until(3);
    expect(count()).to.equal(3);
    loop.stop();
  });

  it('ends when it is stopped, whatever is still answered', async () => {
    let answer: () => void = () => undefined;
    const { loop, count } = setup(() => new Promise((done) => (answer = done)));
    loop.say();
    loop.stop();
    answer();
    // Another loop of the same pace has said it three times by now.
    const other = setup();
    other.loop.say();
    await other.until(4);
    other.loop.stop();
    expect(count()).to.equal(1);
    expect(loop.runs).to.equal(false);
  });
});
