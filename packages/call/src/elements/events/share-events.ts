import { RequestEvent } from './request-event.js';

/** Before the browser lets the person choose what to share. */
export class ShareRequestEvent extends RequestEvent {
  constructor() {
    super('cc-share-request');
  }
}

/** Before a screen ceases to be shared. */
export class UnshareRequestEvent extends RequestEvent {
  constructor() {
    super('cc-unshare-request');
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-share-request': ShareRequestEvent;
    'cc-unshare-request': UnshareRequestEvent;
  }
}
