import { sharerTimer } from '../queue/sharer-turn.js';

/** Answered, but not connected: its ref is the call, as for all of these. */
export const connectTimer = 'connect';
/** The customer's page has given no sign of life. */
export const customerTimer = 'customer-presence';
/** A waiting customer is gone for good, and their link free again. */
export const leaseTimer = 'lease';
/** One side of a call has been away for too long. */
export const absentTimer = 'absent';

export const callTimers = [connectTimer, customerTimer, leaseTimer, absentTimer, sharerTimer] as const;
