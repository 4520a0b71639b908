import { ReportEvent } from './request-event.js';

/** What was asked of a call could not be done. */
export class CallErrorEvent extends ReportEvent {
  /** A stable code: a `MediaErrorCode`, a server's `ProblemCode` or `internal`. */
  readonly code: string;
  readonly device: 'microphone' | 'camera' | 'speaker' | null;

  constructor(code: string, device: CallErrorEvent['device'] = null) {
    super('cc-call-error');
    this.code = code;
    this.device = device;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-call-error': CallErrorEvent;
  }
}
