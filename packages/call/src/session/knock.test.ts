import { expect } from '@open-wc/testing';
import { knockWith } from './knock.js';
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

  it('has more patience every fifth time, for a slow line', async () => {
    const { clock, knock, answered } = knocking();
    await clock.advance(1_000);
    await answered;
    for (let n = 2; n <= 4; n++) {
      const again = knock('wss://media.test');
      await clock.advance(1_000);
      expect(await again).to.equal(false);
    }
    const fifth = knock('wss://media.test');
    await clock.advance(2_900);
    FakeSocket.made[4]?.onerror?.();
    expect(await fifth).to.equal(true);
  });

  it('counts as answered where a page may not knock: it has to ask', async () => {
    expect(await knockWith(systemClock)('nothing://here')).to.equal(true);
  });
});
