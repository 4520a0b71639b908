import type { WaitingSound } from '@carillon/contract';
import { announce } from './announce.js';
import type { HoldParts } from './hold-parts.js';
import { musicLoop } from './music-loop.js';
import { playFile } from './play-file.js';
import { ringingLoop } from './ringing-loop.js';

/** What can be heard while waiting. */
export type Audible = Exclude<WaitingSound, 'none'>;

/** A sound that goes on until it is stopped. */
export interface WaitingPlayback {
  /** Starts; on hold with what the queue has chosen. Answers false where the browser plays nothing before a gesture. */
  start(sound: Audible, hold?: HoldParts | null): Promise<boolean>;
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
  #end = new AbortController();

  async start(sound: Audible, hold: HoldParts | null = null): Promise<boolean> {
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
    this.#end = new AbortController();
    play(context, sound, hold, this.#end.signal);
    return true;
  }

  stop(): void {
    const context = this.#context;
    this.#context = null;
    this.#end.abort();
    if (context && context.state !== 'closed') context.close().catch(() => undefined);
  }
}

const later = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** A file is as loud as whoever made it wished: what is heard for minutes is to be softer than a voice. */
const fileVolume = 0.4;

/** Plays what is heard all the time, and what is announced over it. A file that cannot be played is the built-in music. */
function play(context: AudioContext, sound: Audible, hold: HoldParts | null, signal: AbortSignal): void {
  const music = new GainNode(context);
  music.connect(context.destination);
  if (hold?.musicUrl) {
    const softer = new GainNode(context, { gain: fileVolume });
    softer.connect(music);
    const file = playFile(softer, hold.musicUrl, { loop: true });
    signal.addEventListener('abort', () => file.stop(), { once: true });
    void file.over.then(() => signal.aborted || loop(music, loops.music(context.sampleRate)));
  } else if (!hold?.still) loop(music, loops[sound](context.sampleRate));
  if (hold?.announcement) void announce(music, hold.announcement, signal);
}

/** Played round and round by the audio thread: a sleeping page does not stutter. */
function loop(to: AudioNode, samples: Float32Array<ArrayBuffer>): void {
  const { context } = to;
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: context.sampleRate });
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  source.connect(to);
  source.start();
}
