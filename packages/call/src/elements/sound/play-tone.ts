/** `drop`: the connection is gone. `return`: it is back. `end`: the call is over. `chime`: a test of the loudspeaker. */
export type Tone = 'drop' | 'return' | 'end' | 'chime';

/** Notes in hertz, played one after the other. Synthesised: nothing is loaded and nothing is licensed. */
const notes: Readonly<Record<Tone, readonly number[]>> = {
  drop: [440, 330],
  return: [330, 440],
  end: [392, 392, 294],
  chime: [523.25, 659.25, 783.99],
};

const noteMs = 160;
const volume = 0.12;

interface SinkContext extends AudioContext {
  setSinkId?(deviceId: string): Promise<void>;
}

/** How long a loudspeaker may take to wake, such as a wireless one that sleeps. */
const wakeMs = 2_000;

/**
 * Plays a short tone through a loudspeaker; '' is the system's default. Resolves when it has been played, and after two
 * seconds where the browser plays nothing before a gesture: a tone is a courtesy and never an error.
 */
export async function playTone(tone: Tone, speakerId = ''): Promise<void> {
  const context: SinkContext = new AudioContext();
  try {
    if (context.state !== 'running') await Promise.race([context.resume(), passes(wakeMs)]);
    if (context.state !== 'running') return;
    if (speakerId) await context.setSinkId?.(speakerId);
    await play(context, notes[tone]);
  } catch {
    // No loudspeaker, or it has been unplugged.
  } finally {
    await context.close();
  }
}

/** A context that waits for a gesture would keep us for ever. */
const passes = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

function play(context: AudioContext, frequencies: readonly number[]): Promise<void> {
  const gain = new GainNode(context, { gain: 0 });
  const oscillator = new OscillatorNode(context, { type: 'sine' });
  oscillator.connect(gain).connect(context.destination);
  const start = context.currentTime + 0.02;
  const length = noteMs / 1000;
  for (const [index, frequency] of frequencies.entries()) {
    const at = start + index * length;
    oscillator.frequency.setValueAtTime(frequency, at);
    // Rises and falls within the note, so that nothing clicks.
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(volume, at + 0.015);
    gain.gain.linearRampToValueAtTime(0, at + length - 0.01);
  }
  oscillator.start(start);
  oscillator.stop(start + frequencies.length * length);
  return new Promise((done) => oscillator.addEventListener('ended', () => done(), { once: true }));
}
