import type { MediaErrorCode } from '../../media/media-error.js';
import { ReportEvent } from './request-event.js';

/** Microphone and camera were given to the page, or the reason is known why not. */
export class PermissionChangedEvent extends ReportEvent {
  /** `granted`, or the cause. */
  readonly state: 'granted' | MediaErrorCode;
  /** What was given. Who takes it stops it. */
  readonly stream: MediaStream | null;

  constructor(state: PermissionChangedEvent['state'], stream: MediaStream | null = null) {
    super('cc-permission-changed');
    this.state = state;
    this.stream = stream;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-permission-changed': PermissionChangedEvent;
  }
}
