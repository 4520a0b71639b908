import type { WaitingSound } from '@carillon/contract';
import { musicLoop } from './music-loop.js';
import { ringingLoop } from './ringing-loop.js';

/** What can be heard while waiting. */
export type Audible = Exclude<WaitingSound, 'none'>;

/** A sound that goes on until it is stopped. */
export interface WaitingPlayback {
  /** Starts. Answers false where the browser plays nothing before a gesture. */
  start(sound: Audible): Promise<boolean>;
  stop(): void;
}

const loops: Readonly<Record<Audible, (rate: number) => Float32Array<ArrayBuffer>>> = {
  ringing: ringingLoop,
  music: musicLoop,
};
const resumeWithinMs = 200;

/**
 * What a caller hears while they wait. Synthesised: nothing is loaded and nothing is licensed. Stopping while it is still
 * being started leaves it silent (spec E-04).
 */
export class WaitingPlayer implements WaitingPlayback {
  #context: AudioContext | null = null;

  async start(sound: Audible): Promise<boolean> {
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
    loop(context, loops[sound](context.sampleRate));
    return true;
  }

  stop(): void {
    const context = this.#context;
    this.#context = null;
    if (context && context.state !== 'closed') context.close().catch(() => undefined);
  }
}

const later = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Played round and round by the audio thread: a sleeping page does not stutter. */
function loop(context: AudioContext, samples: Float32Array<ArrayBuffer>): void {
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: context.sampleRate });
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  source.connect(context.destination);
  source.start();
}
