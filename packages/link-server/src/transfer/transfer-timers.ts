/** Answered by the other agent, but not connected: its ref is the transfer. */
export const transferTimer = 'transfer-connect';
