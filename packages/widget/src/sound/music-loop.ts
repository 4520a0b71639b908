/** Four calm chords, note by note: C, A minor, F, G, in hertz. */
const chords = [
  [261.63, 329.63, 392.0, 523.25],
  [220.0, 261.63, 329.63, 440.0],
  [174.61, 220.0, 261.63, 349.23],
  [196.0, 246.94, 293.66, 392.0],
] as const;

const noteSeconds = 0.6;
/** A note rings on into the next ones. */
const ringSeconds = 2.4;
const volume = 0.04;

/** The default waiting music: an arpeggio of soft bells of some ten seconds that ends where it begins. */
export function musicLoop(rate: number): Float32Array<ArrayBuffer> {
  const notes = chords.flat();
  const samples = new Float32Array(Math.round(notes.length * noteSeconds * rate));
  for (const [index, frequency] of notes.entries())
    addBell(samples, { at: Math.round(index * noteSeconds * rate), frequency, rate });
  return samples;
}

/** Adds one bell; what rings past the end rings at the beginning, so that the loop has no seam. */
function addBell(
  samples: Float32Array<ArrayBuffer>,
  { at, frequency, rate }: { readonly at: number; readonly frequency: number; readonly rate: number },
): void {
  const length = Math.round(ringSeconds * rate);
  const step = (2 * Math.PI * frequency) / rate;
  for (let i = 0; i < length; i++) {
    const attack = Math.min(1, i / (0.02 * rate));
    const release = Math.min(1, (length - i) / (0.1 * rate));
    const decay = Math.exp((-3 * i) / length);
    const sound = Math.sin(step * i) + 0.25 * Math.sin(2 * step * i);
    const where = (at + i) % samples.length;
    samples[where] = (samples[where] ?? 0) + volume * attack * release * decay * sound;
  }
}
