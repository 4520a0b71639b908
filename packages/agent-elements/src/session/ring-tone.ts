import type { RingSound } from './ringer.js';

/** One ring: two short trills, then silence, in seconds. */
const trills = [
  [0, 0.4],
  [0.6, 1],
] as const;
const ringEvery = 3;
const notes = { low: 587.33, high: 739.99, changesPerSecond: 12 };
const volume = 0.18;
/** Longer than any ring time (spec §2: 60 s at most). */
const longest = 66;
/** A context that may run does so within this time; one that waits for a gesture would keep us for ever. */
const startMs = 150;

/** Browsers that let a page choose its loudspeaker for synthesised sound. */
export interface SinkContext extends AudioContext {
  setSinkId?(deviceId: string): Promise<void>;
}

/** The ringing of an incoming call, synthesised: nothing is loaded, so nothing loads too late (E-04). */
export class RingTone implements RingSound {
  readonly #createContext: () => SinkContext;
  readonly #device: () => string;
  #context: SinkContext | null = null;
  #sink = '';
  #playing: (() => void) | null = null;
  /** Grows with every start and stop: a start that has been overtaken rings no more. */
  #turn = 0;

  /** @param device Where it rings: an id of a loudspeaker, '' for the system's default. Asked before every ring. */
  constructor(createContext: () => SinkContext = () => new AudioContext(), device: () => string = () => '') {
    this.#createContext = createContext;
    this.#device = device;
  }

  async check(): Promise<boolean> {
    const context = (this.#context ??= this.#createContext());
    if (context.state !== 'running')
      await Promise.race([context.resume(), new Promise((done) => setTimeout(done, startMs))]);
    return context.state === 'running';
  }

  async start(): Promise<boolean> {
    this.stop();
    const turn = ++this.#turn;
    const allowed = await this.check();
    await this.#choose();
    if (turn === this.#turn && this.#context) this.#playing = play(this.#context);
    return allowed;
  }

  stop(): void {
    this.#turn++;
    this.#playing?.();
    this.#playing = null;
  }

  close(): void {
    this.stop();
    void this.#context?.close();
    this.#context = null;
    this.#sink = '';
  }

  /** A loudspeaker that was unplugged, or a browser that knows one only, rings where the system plays. */
  async #choose(): Promise<void> {
    const wanted = this.#device();
    const context = this.#context;
    if (!context?.setSinkId || wanted === this.#sink) return;
    try {
      await context.setSinkId(wanted);
      this.#sink = wanted;
    } catch {
      await context.setSinkId('').catch(() => undefined);
      this.#sink = '';
    }
  }
}

/** Rings until the returned function is called. */
function play(context: AudioContext): () => void {
  const volumeOf = new GainNode(context, { gain: 0 });
  const oscillator = new OscillatorNode(context, { type: 'triangle', frequency: notes.low });
  oscillator.connect(volumeOf).connect(context.destination);
  const begin = context.currentTime + 0.02;
  for (let ring = 0; ring < longest; ring += ringEvery)
    for (const [from, to] of trills) trill(oscillator, volumeOf, begin + ring + from, begin + ring + to);
  oscillator.start(begin);
  oscillator.stop(begin + longest);
  return () => {
    oscillator.stop();
    oscillator.disconnect();
  };
}

function trill(oscillator: OscillatorNode, { gain }: GainNode, from: number, to: number): void {
  // Swells and fades, so that nothing clicks.
  gain.setValueAtTime(0, from);
  gain.linearRampToValueAtTime(volume, from + 0.03);
  gain.setValueAtTime(volume, to - 0.05);
  gain.linearRampToValueAtTime(0, to);
  const steps = Math.round((to - from) * notes.changesPerSecond);
  for (let step = 0; step < steps; step++)
    oscillator.frequency.setValueAtTime(step % 2 ? notes.high : notes.low, from + step / notes.changesPerSecond);
}
