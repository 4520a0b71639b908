import { ReportEvent } from './request-event.js';

/** Which side of the call it is about. */
export type CallSide = 'local' | 'remote';

/** A side lost its connection and comes back by itself. */
export class ReconnectingEvent extends ReportEvent {
  readonly side: CallSide;

  constructor(side: CallSide) {
    super('cc-reconnecting');
    this.side = side;
  }
}

/** A side is back. */
export class ReconnectedEvent extends ReportEvent {
  readonly side: CallSide;

  constructor(side: CallSide) {
    super('cc-reconnected');
    this.side = side;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-reconnecting': ReconnectingEvent;
    'cc-reconnected': ReconnectedEvent;
  }
}
