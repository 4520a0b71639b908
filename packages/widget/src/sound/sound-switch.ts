import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WaitingSound } from '@carillon/contract';
import type { HoldParts } from './hold-parts.js';
import type { Audible, WaitingPlayback } from './waiting-player.js';

/** An element with a sound that people can switch off. */
export interface SoundHost extends ReactiveControllerHost {
  /** Plays nothing. Follows the person's switch. */
  silent: boolean;
  readonly sound: WaitingPlayback;
}

/** Plays what is to be heard after each update of its element, and switches it off and on for the person. */
export class SoundSwitch implements ReactiveController {
  readonly #host: SoundHost;
  readonly #wanted: () => WaitingSound | null;
  /** The browser plays nothing before a gesture: the switch stands on off, and turning it on is the gesture. */
  #blocked = false;
  #plays = '';
  readonly #hold: () => HoldParts | null;

  /** `wanted`: what is to be heard now; null and `none` are nothing. `hold`: what a queue has chosen besides. */
  constructor(host: SoundHost, wanted: () => WaitingSound | null, hold: () => HoldParts | null = () => null) {
    this.#host = host;
    this.#hold = hold;
    this.#wanted = wanted;
    host.addController(this);
  }

  /** What is to be heard, whether it is switched on or off. */
  get wanted(): Audible | null {
    const sound = this.#wanted();
    return sound === 'none' ? null : sound;
  }

  /** Whether it is heard. */
  get audible(): boolean {
    return this.wanted !== null && !this.#host.silent && !this.#blocked;
  }

  hostUpdated(): void {
    this.#play(this.#host.silent ? null : this.wanted);
  }

  hostDisconnected(): void {
    this.#play(null);
  }

  /** The person has pressed the switch. */
  readonly toggle = (): void => {
    // Turning on what the browser has blocked is the gesture it waits for.
    if (this.#blocked) this.#play(null);
    this.#host.silent = this.#blocked ? false : !this.#host.silent;
    this.#blocked = false;
    this.#host.requestUpdate();
  };

  #play(sound: Audible | null): void {
    const hold = sound === null ? null : this.#hold();
    const plays = sound === null ? '' : JSON.stringify([sound, hold]);
    if (plays === this.#plays) return;
    this.#plays = plays;
    if (sound === null) return this.#host.sound.stop();
    void this.#host.sound.start(sound, hold).then((heard) => {
      if (this.#blocked === !heard) return;
      this.#blocked = !heard;
      this.#host.requestUpdate();
    });
  }
}
