import { expect } from '@open-wc/testing';
import { type Knock, knockWith } from './knock.js';
import { systemClock } from './clock.js';
import { ManualClock } from './testing/manual-clock.js';

/** A socket to which a test does what a network would. */
class FakeSocket {
  static made: FakeSocket[] = [];
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;

  constructor() {
    FakeSocket.made.push(this);
  }

  close() {
    this.closed = true;
  }
}

describe('knocking at a server', () => {
  const Real = window.WebSocket;
  afterEach(() => {
    window.WebSocket = Real;
    FakeSocket.made = [];
  });

  /** A knock that is on its way. */
  function knocking() {
    window.WebSocket = FakeSocket as unknown as typeof WebSocket;
    const clock = new ManualClock();
    const knock = knockWith(clock);
    const giveUp = new AbortController();
    const answered = knock('wss://media.test', giveUp.signal);
    return { clock, knock, answered, giveUp, socket: FakeSocket.made[0] };
  }

  it('is answered by a machine that refuses', async () => {
    expect(await knockWith(systemClock)('ws://127.0.0.1:9')).to.equal(true);
  });

  for (const event of ['onopen', 'onerror'] as const)
    it(`is answered by ${event}, and leaves nothing`, async () => {
      const { clock, answered, socket } = knocking();
      socket?.[event]?.();
      expect([await answered, socket?.closed, clock.waiting]).to.eql([true, true, 0]);
    });

  it('is not answered by a network that swallows it, a second later', async () => {
    const { clock, answered, socket } = knocking();
    await clock.advance(1_000);
    expect([await answered, socket?.closed, clock.waiting]).to.eql([false, true, 0]);
  });

  it('is given up at once when nobody waits for it any more', async () => {
    const { clock, answered, giveUp, socket } = knocking();
    giveUp.abort();
    expect([await answered, socket?.closed, clock.waiting]).to.eql([false, true, 0]);
  });

  /** Knocks that nobody answers, each for as long as it waits. */
  async function unanswered(clock: ManualClock, knock: Knock, ...waits: readonly number[]) {
    for (const ms of waits) {
      const answer = knock('wss://media.test');
      await clock.advance(ms);
      expect(await answer).to.equal(false);
    }
  }

  it('has more patience from the third time on, so that few count as failed', async () => {
    const { clock, knock, answered } = knocking();
    await clock.advance(1_000);
    await answered;
    await unanswered(clock, knock, 1_000, 5_000, 5_000);
    const patient = knock('wss://media.test');
    await clock.advance(4_900);
    FakeSocket.made.at(-1)?.onerror?.();
    expect(await patient).to.equal(true);
  });

  it('F15: makes a dozen knocks in a minute, after which Chromium does not hold back the call yet', async () => {
    const { clock, knock, answered } = knocking();
    await clock.advance(1_000);
    await answered;
    const until = clock.now() + 59_000;
    await unanswered(clock, knock, 1_000);
    while (clock.now() < until) await unanswered(clock, knock, 5_000);
    expect(FakeSocket.made.length).to.be.within(12, 14);
  });

  it('is short again in the next loss', async () => {
    const { clock, knock, answered } = knocking();
    await clock.advance(1_000);
    await answered;
    await unanswered(clock, knock, 1_000, 5_000);
    const back = knock('wss://media.test');
    FakeSocket.made.at(-1)?.onopen?.();
    expect(await back).to.equal(true);
    await unanswered(clock, knock, 1_000, 1_000, 5_000);
  });

  it('counts as answered where a page may not knock: it has to ask', async () => {
    expect(await knockWith(systemClock)('nothing://here')).to.equal(true);
  });
});
