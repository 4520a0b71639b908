import { ReportEvent } from './request-event.js';

/** A microphone was heard for the first time since it was given: it works. */
export class SoundHeardEvent extends ReportEvent {
  constructor() {
    super('cc-sound-heard');
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-sound-heard': SoundHeardEvent;
  }
}
