import { RequestEvent } from './request-event.js';

/** Before a message goes to the other side. */
export class MessageRequestEvent extends RequestEvent {
  /** What was written. */
  readonly text: string;

  constructor(text: string) {
    super('cc-message-request');
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-message-request': MessageRequestEvent;
  }
}
