import type { Audible, WaitingPlayback } from '../sound/waiting-player.js';

/** A sound that writes down what it is told. `plays` is what starting answers. */
export class SilentSound implements WaitingPlayback {
  readonly told: string[] = [];
  plays: boolean;

  constructor(plays = true) {
    this.plays = plays;
  }

  start(sound: Audible): Promise<boolean> {
    this.told.push(`start ${sound}`);
    return Promise.resolve(this.plays);
  }

  stop(): void {
    this.told.push('stop');
  }
}
