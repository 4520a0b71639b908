import { RequestEvent } from './request-event.js';

/** Before the other party is put on hold. */
export class HoldRequestEvent extends RequestEvent {
  constructor() {
    super('cc-hold-request');
  }
}

/** Before the other party is taken off hold. */
export class ResumeRequestEvent extends RequestEvent {
  constructor() {
    super('cc-resume-request');
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-hold-request': HoldRequestEvent;
    'cc-resume-request': ResumeRequestEvent;
  }
}
