import { expect } from '@open-wc/testing';
import { RingTone } from './ring-tone.js';

/** Renders what is played into a buffer, so that a test can listen. */
function offline(seconds: number) {
  const context = new OfflineAudioContext(1, seconds * 8000, 8000);
  const playing = Object.assign(context, { close: () => Promise.resolve() });
  Object.defineProperty(playing, 'state', { value: 'running' });
  const tone = new RingTone(() => playing as unknown as AudioContext);
  const loudness = async () => {
    const [samples] = [(await context.startRendering()).getChannelData(0)];
    const second = (from: number, to: number) => Math.max(...samples.slice(from * 8000, to * 8000).map(Math.abs));
    return second;
  };
  return { tone, loudness };
}

describe('the ring tone', () => {
  it('trills twice, pauses, and rings again (RCV-7)', async () => {
    const { tone, loudness } = offline(5);
    expect(await tone.start()).to.equal(true);
    const peak = await loudness();
    expect(peak(0.05, 0.4)).to.be.greaterThan(0.1);
    expect(peak(1.2, 2.9)).to.equal(0);
    expect(peak(3.05, 3.4)).to.be.greaterThan(0.1);
    expect(peak(0, 5), 'never shrill').to.be.lessThan(0.3);
  });

  it('is silent once it was stopped', async () => {
    const { tone, loudness } = offline(2);
    await tone.start();
    tone.stop();
    expect((await loudness())(0, 2)).to.equal(0);
  });

  it('does not begin when it was stopped while it started (E-04)', async () => {
    const { tone, loudness } = offline(2);
    const started = tone.start();
    tone.stop();
    await started;
    expect((await loudness())(0, 2)).to.equal(0);
  });

  it('tells when the browser waits for a gesture (E-06)', async () => {
    const waiting = { state: 'suspended', resume: () => new Promise(() => undefined) };
    const tone = new RingTone(() => waiting as unknown as AudioContext);
    expect(await tone.check()).to.equal(false);
  });

  it('gives the loudspeaker back', async () => {
    const context = new AudioContext();
    const tone = new RingTone(() => context);
    await tone.check();
    tone.close();
    await new Promise((done) => context.addEventListener('statechange', done, { once: true }));
    expect(context.state).to.equal('closed');
  });

  describe('on a loudspeaker of its own (DEV-1)', () => {
    /** A context that plays nothing and writes down on which loudspeaker it would. */
    function withSinks(gone: readonly string[] = []) {
      const sinks: string[] = [];
      const context = Object.assign(new OfflineAudioContext(1, 8000, 8000), {
        close: () => Promise.resolve(),
        setSinkId: (id: string) => {
          sinks.push(id);
          return gone.includes(id) ? Promise.reject(new DOMException('gone', 'NotFoundError')) : Promise.resolve();
        },
      });
      Object.defineProperty(context, 'state', { value: 'running' });
      let device = '';
      const tone = new RingTone(
        () => context as unknown as AudioContext,
        () => device,
      );
      const ringAt = async (id: string) => {
        device = id;
        const rings = await tone.start();
        tone.stop();
        return rings;
      };
      return { sinks, ringAt };
    }

    it('rings where the agent has chosen, from the next ring on', async () => {
      const { sinks, ringAt } = withSinks();
      for (const id of ['', 'desk', 'desk', 'headset', '']) await ringAt(id);
      expect(sinks).to.deep.equal(['desk', 'headset', '']);
    });

    it('rings where the system plays when that one is unplugged, and there again once it is back', async () => {
      const gone = ['desk'];
      const { sinks, ringAt } = withSinks(gone);
      expect(await ringAt('desk'), 'it rings all the same').to.equal(true);
      gone.length = 0;
      await ringAt('desk');
      expect(sinks).to.deep.equal(['desk', '', 'desk']);
    });
  });
});
