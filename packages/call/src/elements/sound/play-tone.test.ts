import { expect } from '@open-wc/testing';
import { soundRuns } from '../testing/sound-runs.js';
import { playTone, type Tone } from './play-tone.js';

const itWithSound = soundRuns ? it : it.skip;

type Sink = AudioContext & { setSinkId(id: string): Promise<void> };

interface Watched {
  setSinkId?(id: string): Promise<void>;
  /** When the loudspeaker is awake. Nothing runs before. */
  awake?: Promise<void>;
}

/** Runs with `AudioContext` watched: which notes are played, where, and whether every context is closed again. */
async function watch(act: () => Promise<void>, { setSinkId, awake }: Watched = {}) {
  const notes: number[] = [];
  const sinks: string[] = [];
  let open = 0;
  const real = { context: window.AudioContext, setValue: AudioParam.prototype.setValueAtTime };
  window.AudioContext = class extends real.context {
    #awake = !awake;

    constructor() {
      super();
      open++;
      (this as unknown as Sink).setSinkId = async (id) => {
        sinks.push(id);
        await setSinkId?.(id);
      };
      void awake?.then(() => (this.#awake = true));
    }

    override get state(): AudioContextState {
      return this.#awake ? super.state : 'suspended';
    }

    override async resume(): Promise<void> {
      await awake;
      await super.resume();
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

/** Takes the place of `setTimeout`: writes down what is waited for, and does something at once instead. */
function timers(instead: (run: () => void) => void) {
  const real = window.setTimeout;
  const ms: unknown[] = [];
  window.setTimeout = ((run: () => void, wait?: number) => {
    ms.push(wait);
    return real(() => instead(run));
  }) as typeof setTimeout;
  return { ms, restore: () => (window.setTimeout = real) };
}

describe('playing a tone', () => {
  for (const [tone, shape] of [
    ['drop', 'falls'],
    ['return', 'rises'],
    ['chime', 'rises'],
    ['end', 'falls'],
  ] as const)
    itWithSound(`${shape} for ${tone}, and lets go of the sound card`, async () => {
      const { notes, open } = await watch(() => playTone(tone));
      const [first = 0, last = 0] = [notes[0], notes.at(-1)];
      expect(notes.length).to.be.greaterThan(1);
      expect(last > first).to.equal(shape === 'rises');
      expect(open).to.equal(0);
    });

  itWithSound('tells the four apart by ear', async () => {
    const tones: readonly Tone[] = ['drop', 'return', 'end', 'chime'];
    const melodies = new Set<string>();
    for (const tone of tones) melodies.add((await watch(() => playTone(tone))).notes.join());
    expect(melodies.size).to.equal(4);
  });

  itWithSound('plays through the chosen speaker, and through the default one without asking', async () => {
    expect((await watch(() => playTone('chime', 'headset'))).sinks).to.deep.equal(['headset']);
    expect((await watch(() => playTone('chime'))).sinks).to.deep.equal([]);
  });

  it('is no error when that speaker is gone', async () => {
    const { open, notes } = await watch(() => playTone('chime', 'gone'), {
      setSinkId: () => Promise.reject(new DOMException('', 'NotFoundError')),
    });
    expect([open, notes]).to.deep.equal([0, []]);
  });

  itWithSound('waits for a loudspeaker that takes its time to wake', async () => {
    let wake = () => undefined as void;
    const awake = new Promise<void>((done) => (wake = done));
    const waited = timers(() => wake());
    const { open, notes } = await watch(() => playTone('drop'), { awake }).finally(waited.restore);
    expect(notes.length).to.be.greaterThan(1);
    expect([open, waited.ms]).to.deep.equal([0, [2_000]]);
  });

  it('lets it be where nothing plays before a gesture', async () => {
    const never = new Promise<void>(() => undefined);
    const waited = timers((run) => run());
    const { open, notes } = await watch(() => playTone('drop'), { awake: never }).finally(waited.restore);
    expect([open, notes, waited.ms]).to.deep.equal([0, [], [2_000]]);
  });
});
