import { expect } from '@open-wc/testing';
import { FakeMediaRoom } from '../media/fake-media-room.js';
import { grant } from './testing/call-world.js';
import { ManualClock } from './testing/manual-clock.js';
import { watchTransport } from './watchdog.js';

async function watching({ heard = true } = {}) {
  const [room, clock, links] = [new FakeMediaRoom(), new ManualClock(), [] as string[]];
  await room.connect(grant);
  if (heard) room.remote('customer', { microphone: 'muted' });
  const stop = watchTransport(room, clock, (link) => links.push(link));
  /** Lets packets come for a while. */
  const flow = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 250) {
      room.packets = (room.packets ?? 0) + 1;
      await clock.advance(250);
    }
  };
  return { room, clock, links, stop, flow };
}

describe('the transport watchdog (RCN-2)', () => {
  it('says nothing while packets come', async () => {
    const { links, flow } = await watching();
    await flow(10_000);
    expect(links).to.eql([]);
  });

  it('forgives the pauses that a muted peer leaves', async () => {
    const { links, flow, clock } = await watching();
    await flow(2_000);
    await clock.advance(750);
    expect(links).to.eql([]);
  });

  it('says weak after one second, soon that nothing comes, and lost after three', async () => {
    const { links, flow, clock } = await watching();
    await flow(2_000);
    for (const [ms, said] of [
      [999, []],
      [1, ['weak']],
      [499, ['weak']],
      [1, ['weak', 'silent']],
      [1_499, ['weak', 'silent']],
      [1, ['weak', 'silent', 'lost']],
    ] as const) {
      await clock.advance(ms);
      expect(links).to.eql(said);
    }
  });

  it('says good when they come again', async () => {
    const { links, flow, clock } = await watching();
    await flow(1_000);
    await clock.advance(1_250);
    await flow(500);
    expect(links).to.eql(['weak', 'good']);
  });

  it('is more patient with somebody who is alone and gets a report a second', async () => {
    const { links, flow, clock } = await watching({ heard: false });
    await flow(1_000);
    await clock.advance(2_999);
    expect(links).to.eql([]);
    await clock.advance(1);
    expect(links).to.eql(['weak']);
    await clock.advance(3_000);
    expect(links).to.eql(['weak', 'silent', 'lost']);
  });

  it('finds nothing quiet where there is no transport yet', async () => {
    const { room, links, clock } = await watching();
    room.packets = null;
    await clock.advance(10_000);
    expect(links).to.eql([]);
  });

  it('leaves it to the SDK while that reconnects', async () => {
    const { room, links, clock } = await watching();
    room.set({ connection: 'reconnecting' });
    await clock.advance(10_000);
    expect(links).to.eql([]);
  });

  it('lives through a count that fails', async () => {
    const { room, links, clock, flow } = await watching();
    room.packetsReceived = () => Promise.reject(new Error('closed'));
    await clock.advance(10_000);
    await flow(1_000);
    expect(links).to.eql([]);
  });

  it('stops', async () => {
    const { links, clock, stop } = await watching();
    await clock.advance(500);
    stop();
    await clock.advance(10_000);
    expect([links, clock.waiting]).to.eql([[], 0]);
  });
});
