import { expect } from '@open-wc/testing';
import { playTone, type Tone } from './play-tone.js';

type Sink = AudioContext & { setSinkId(id: string): Promise<void> };

/** Runs with `AudioContext` watched: which notes are played, where, and whether every context is closed again. */
async function watch(act: () => Promise<void>, setSinkId: (id: string) => Promise<void> = async () => undefined) {
  const notes: number[] = [];
  const sinks: string[] = [];
  let open = 0;
  const real = { context: window.AudioContext, setValue: AudioParam.prototype.setValueAtTime };
  window.AudioContext = class extends real.context {
    constructor() {
      super();
      open++;
      (this as unknown as Sink).setSinkId = async (id) => {
        sinks.push(id);
        await setSinkId(id);
      };
    }

    override async close(): Promise<void> {
      open--;
      await super.close();
    }
  };
  AudioParam.prototype.setValueAtTime = function (value: number, at: number) {
    if (value > 20) notes.push(Math.round(value));
    return real.setValue.call(this, value, at);
  };
  try {
    await act();
  } finally {
    window.AudioContext = real.context;
    AudioParam.prototype.setValueAtTime = real.setValue;
  }
  return { notes, sinks, open };
}

describe('playing a tone', () => {
  for (const [tone, shape] of [
    ['drop', 'falls'],
    ['return', 'rises'],
    ['chime', 'rises'],
    ['end', 'falls'],
  ] as const)
    it(`${shape} for ${tone}, and lets go of the sound card`, async () => {
      const { notes, open } = await watch(() => playTone(tone));
      const [first = 0, last = 0] = [notes[0], notes.at(-1)];
      expect(notes.length).to.be.greaterThan(1);
      expect(last > first).to.equal(shape === 'rises');
      expect(open).to.equal(0);
    });

  it('tells the four apart by ear', async () => {
    const tones: readonly Tone[] = ['drop', 'return', 'end', 'chime'];
    const melodies = await Promise.all(tones.map(async (tone) => (await watch(() => playTone(tone))).notes.join()));
    expect(new Set(melodies).size).to.equal(4);
  });

  it('plays through the chosen speaker, and through the default one without asking', async () => {
    expect((await watch(() => playTone('chime', 'headset'))).sinks).to.deep.equal(['headset']);
    expect((await watch(() => playTone('chime'))).sinks).to.deep.equal([]);
  });

  it('is no error when that speaker is gone', async () => {
    const { open, notes } = await watch(
      () => playTone('chime', 'gone'),
      () => Promise.reject(new DOMException('', 'NotFoundError')),
    );
    expect([open, notes]).to.deep.equal([0, []]);
  });
});
