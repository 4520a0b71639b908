import { RequestEvent } from './request-event.js';

/** Before the call ends for both sides. */
export class HangupRequestEvent extends RequestEvent {
  constructor() {
    super('cc-hangup-request');
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-hangup-request': HangupRequestEvent;
  }
}
