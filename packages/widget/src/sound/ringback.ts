/** A sound that goes on until it is stopped. */
export interface RingbackSound {
  /** Starts. Answers false where the browser plays nothing before a gesture. */
  start(): Promise<boolean>;
  stop(): void;
}

/** The European ringing tone: 425 Hz, one second on, four off (ETSI TR 101 041-2). Synthesised: nothing is loaded. */
const [frequency, onSeconds, periodSeconds, volume] = [425, 1, 5, 0.05];
const resumeWithinMs = 200;

/**
 * What a caller hears while it rings at the other end. Stopping while it is still being started leaves it silent
 * (spec E-04).
 */
export class Ringback implements RingbackSound {
  #context: AudioContext | null = null;

  async start(): Promise<boolean> {
    this.stop();
    const context = new AudioContext();
    this.#context = context;
    if (context.state !== 'running')
      await Promise.race([context.resume(), later(resumeWithinMs)]).catch(() => undefined);
    if (this.#context !== context) return true;
    if (context.state !== 'running') {
      this.stop();
      return false;
    }
    loop(context);
    return true;
  }

  stop(): void {
    const context = this.#context;
    this.#context = null;
    if (context && context.state !== 'closed') context.close().catch(() => undefined);
  }
}

const later = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** One period of the tone, played round and round by the audio thread: a sleeping page does not stutter. */
function loop(context: AudioContext): void {
  const rate = context.sampleRate;
  const period = new AudioBuffer({ length: periodSeconds * rate, sampleRate: rate });
  const samples = period.getChannelData(0);
  const fade = 0.02 * rate;
  const length = onSeconds * rate;
  for (let i = 0; i < length; i++) {
    const edge = Math.min(1, i / fade, (length - i) / fade);
    samples[i] = Math.sin((2 * Math.PI * frequency * i) / rate) * volume * edge;
  }
  const source = new AudioBufferSourceNode(context, { buffer: period, loop: true });
  source.connect(context.destination);
  source.start();
}
