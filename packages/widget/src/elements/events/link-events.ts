import { RequestEvent } from '@carillon/call';
import type { RequestCallbackRequest } from '@carillon/contract';
import type { JoinWish } from '../../session/link-session.js';

/** Before a call is started. Cancel it to start it later with `LinkSession.redeem`. */
export class StartCallRequestEvent extends RequestEvent {
  readonly wish: JoinWish;

  constructor(wish: JoinWish) {
    super('cc-start-call-request');
    this.wish = wish;
  }
}

/** Before the customer gives up the place in the line. */
export class LeaveRequestEvent extends RequestEvent {
  constructor() {
    super('cc-leave-request');
  }
}

/** Before the customer asks to be called back, or for another link. */
export class CallbackRequestEvent extends RequestEvent {
  readonly request: RequestCallbackRequest;

  constructor(request: RequestCallbackRequest) {
    super('cc-callback-request');
    this.request = request;
  }
}

/** Before the link is looked at again. */
export class RetryRequestEvent extends RequestEvent {
  constructor() {
    super('cc-retry-request');
  }
}

/** Before a call that moved to another tab is taken back into this one. */
export class TakeOverRequestEvent extends RequestEvent {
  constructor() {
    super('cc-take-over-request');
  }
}

/** Before the page goes back to the beginning, to call once more. */
export class CallAgainRequestEvent extends RequestEvent {
  constructor() {
    super('cc-call-again-request');
  }
}

/** Before the customer says how the call was. */
export class RateRequestEvent extends RequestEvent {
  /** 1, bad, to 5, very good. */
  readonly rating: number;

  constructor(rating: number) {
    super('cc-rate-request');
    this.rating = rating;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-start-call-request': StartCallRequestEvent;
    'cc-leave-request': LeaveRequestEvent;
    'cc-callback-request': CallbackRequestEvent;
    'cc-retry-request': RetryRequestEvent;
    'cc-take-over-request': TakeOverRequestEvent;
    'cc-call-again-request': CallAgainRequestEvent;
    'cc-rate-request': RateRequestEvent;
  }
}
