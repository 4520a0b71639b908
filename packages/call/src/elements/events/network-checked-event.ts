import type { NetworkVerdict } from '../../media/judge-network.js';
import { ReportEvent } from './request-event.js';

/** The network was tried: whether a call would work, and the code for whoever helps. */
export class NetworkCheckedEvent extends ReportEvent {
  readonly verdict: NetworkVerdict;
  readonly code: string;

  constructor(verdict: NetworkVerdict, code: string) {
    super('cc-network-checked');
    this.verdict = verdict;
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-network-checked': NetworkCheckedEvent;
  }
}
