import { ReportEvent } from './request-event.js';

/** The provider has made its session and follows the server. */
export class ReadyEvent extends ReportEvent {
  constructor() {
    super('cc-ready');
  }
}

/** The provider could not make or start its session. */
export class ErrorEvent extends ReportEvent {
  /** A stable code; `internal` where the adapter threw something without one. */
  readonly code: string;

  constructor(code: string) {
    super('cc-error');
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-ready': ReadyEvent;
    'cc-error': ErrorEvent;
  }
}
