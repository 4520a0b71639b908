/** The European ringing tone: 425 Hz, one second on, four off (ETSI TR 101 041-2). */
const [frequency, onSeconds, periodSeconds, volume] = [425, 1, 5, 0.05];

/** One period of the ringing tone, at a rate in samples a second. */
export function ringingLoop(rate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(periodSeconds * rate);
  const fade = 0.02 * rate;
  const length = onSeconds * rate;
  for (let i = 0; i < length; i++) {
    const edge = Math.min(1, i / fade, (length - i) / fade);
    samples[i] = Math.sin((2 * Math.PI * frequency * i) / rate) * volume * edge;
  }
  return samples;
}
