import { RequestEvent } from './request-event.js';

/** Before the microphone is muted. */
export class MuteRequestEvent extends RequestEvent {
  constructor() {
    super('cc-mute-request');
  }
}

/** Before the microphone is heard again. */
export class UnmuteRequestEvent extends RequestEvent {
  constructor() {
    super('cc-unmute-request');
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-mute-request': MuteRequestEvent;
    'cc-unmute-request': UnmuteRequestEvent;
  }
}
