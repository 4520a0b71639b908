import type { HoldParts } from '../sound/hold-parts.js';
import type { Audible, WaitingPlayback } from '../sound/waiting-player.js';

/** A sound that writes down what it is told. `plays` is what starting answers. */
export class SilentSound implements WaitingPlayback {
  readonly told: string[] = [];
  /** What was last asked for besides. */
  hold: HoldParts | null = null;
  plays: boolean;

  constructor(plays = true) {
    this.plays = plays;
  }

  start(sound: Audible, hold: HoldParts | null = null): Promise<boolean> {
    this.told.push(`start ${sound}`);
    this.hold = hold;
    return Promise.resolve(this.plays);
  }

  stop(): void {
    this.told.push('stop');
  }
}
