import type { RingbackSound } from '../sound/ringback.js';

/** A sound that writes down what it is told. `plays` is what starting answers. */
export class SilentSound implements RingbackSound {
  readonly told: string[] = [];
  plays: boolean;

  constructor(plays = true) {
    this.plays = plays;
  }

  start(): Promise<boolean> {
    this.told.push('start');
    return Promise.resolve(this.plays);
  }

  stop(): void {
    this.told.push('stop');
  }
}
