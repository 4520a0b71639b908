import { expect } from '@open-wc/testing';
import { askAgain } from './ask-again.js';
import { flush, ManualClock } from './testing/manual-clock.js';

/** Questions that a test answers one by one. */
function asking({ there = true } = {}) {
  const clock = new ManualClock();
  const questions: { answer: (words: string) => void; fail: (error: Error) => void }[] = [];
  const world = { clock, questions, there, knocks: 0, givenUp: 0 };
  const ask = () => new Promise<string>((answer, fail) => void questions.push({ answer, fail }));
  const answered = askAgain(clock, ask, (signal) => {
    world.knocks++;
    signal.addEventListener('abort', () => world.givenUp++);
    // A network that is away answers nothing, and that takes a second.
    return world.there
      ? Promise.resolve(true)
      : new Promise((resolve) => void clock.after(1_000, () => resolve(world.there)));
  }).catch((error: unknown) => error as Error);
  return Object.assign(world, { answered });
}

const refusal = Object.assign(new Error('ended'), { code: 'call_ended' });
const lost = new TypeError('Failed to fetch');

describe('asking again (E-22)', () => {
  it('asks once where the answer comes, and leaves nothing running', async () => {
    const { clock, questions, answered } = asking();
    await clock.advance(1_499);
    questions[0]?.answer('yes');
    expect(await answered).to.equal('yes');
    await clock.advance(60_000);
    expect([questions.length, clock.waiting]).to.eql([1, 0]);
  });

  it('asks nothing more into a network that is away, and knocks all the while', async () => {
    const world = asking({ there: false });
    await world.clock.advance(30_000);
    expect(world.questions).to.have.length(1);
    expect(world.knocks).to.equal(29);
  });

  it('asks anew as soon as the server is there again, three at most, and takes the first answer (F15)', async () => {
    const world = asking({ there: false });
    await world.clock.advance(30_000);
    world.there = true;
    await world.clock.advance(1_500);
    expect(world.questions).to.have.length(3);
    await world.clock.advance(9_000);
    expect(world.questions).to.have.length(3);
    world.questions[1]?.answer('second');
    expect(await world.answered).to.equal('second');
  });

  it('takes an answer to the first question, however late', async () => {
    const world = asking({ there: false });
    await world.clock.advance(40_000);
    expect(world.givenUp).to.equal(0);
    world.questions[0]?.answer('late');
    expect(await world.answered).to.equal('late');
    expect(world.givenUp, 'nobody knocks any more').to.be.greaterThan(0);
  });

  it('looks at once when the browser says that it is online', async () => {
    const world = asking();
    await world.clock.advance(100);
    dispatchEvent(new Event('online'));
    await flush();
    expect(world.questions).to.have.length(3);
    world.questions[2]?.answer('yes');
    await world.answered;
  });

  it('fails when every question has, and at once where the server refuses', async () => {
    const first = asking();
    await first.clock.advance(1_500);
    for (const { fail } of first.questions) fail(lost);
    expect(await first.answered).to.equal(lost);
    const second = asking();
    await second.clock.advance(1_500);
    second.questions[1]?.fail(refusal);
    expect(await second.answered).to.equal(refusal);
    await second.clock.advance(10_000);
    expect(second.clock.waiting).to.equal(0);
  });

  it('gives up after a minute without a word', async () => {
    const world = asking({ there: false });
    await world.clock.advance(60_000);
    expect(await world.answered).to.be.instanceOf(Error);
    await world.clock.advance(2_000);
    expect(world.clock.waiting).to.equal(0);
  });
});
