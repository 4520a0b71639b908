import { expect } from '@open-wc/testing';
import { ManualClock } from './testing/manual-clock.js';
import { TrackWatchdog } from './track-watchdog.js';

function watching() {
  const clock = new ManualClock();
  const missing: number[] = [];
  const tracks = new TrackWatchdog(clock, () => missing.push(clock.now()));
  /** Missing for so long, looked at all the while. */
  const miss = async (ms: number, alone = false) => {
    for (let passed = 0; passed < ms; passed += 1_000) {
      tracks.look({ expected: true, hears: false, alone });
      await clock.advance(1_000);
    }
  };
  return { clock, missing, tracks, miss };
}

describe('the track watchdog', () => {
  it('tells after three seconds that somebody is missing, counted from the first look', async () => {
    const { missing, miss } = watching();
    await miss(2_000);
    expect(missing).to.have.length(0);
    await miss(1_000);
    expect(missing).to.have.length(1);
  });

  it('tells once of somebody who was never heard', async () => {
    const { missing, miss, tracks } = watching();
    await miss(30_000);
    expect(missing).to.have.length(1);
    expect(tracks.heard).to.equal(false);
  });

  it('tells twice of somebody who was heard before, and anew once they were heard again', async () => {
    const { missing, miss, tracks } = watching();
    tracks.look({ expected: true, hears: true, alone: false });
    await miss(30_000);
    expect(missing).to.have.length(2);
    tracks.look({ expected: true, hears: true, alone: false });
    await miss(30_000);
    expect(missing).to.have.length(4);
    expect(tracks.heard).to.equal(true);
  });

  for (const [title, look] of [
    ['somebody is heard', { expected: true, hears: true, alone: false }],
    ['nobody is expected', { expected: false, hears: false, alone: false }],
  ] as const) {
    it(`tells nothing when ${title} in time`, async () => {
      const { clock, missing, miss, tracks } = watching();
      await miss(2_000);
      tracks.look(look);
      await clock.advance(60_000);
      expect(missing).to.have.length(0);
    });
  }

  it('waits longer for somebody who is not in the room yet, and begins anew when they are', async () => {
    const { missing, miss } = watching();
    await miss(9_000, true);
    expect(missing).to.have.length(0);
    await miss(2_000);
    expect(missing).to.have.length(0);
    await miss(1_000);
    expect(missing).to.have.length(1);
  });

  it('tells in the end of somebody who does not come', async () => {
    const { missing, miss } = watching();
    await miss(10_000, true);
    expect(missing).to.have.length(1);
  });

  it('stops', async () => {
    const { clock, missing, tracks } = watching();
    tracks.look({ expected: true, hears: false, alone: false });
    tracks.stop();
    await clock.advance(60_000);
    expect(missing).to.have.length(0);
  });
});
