import type { CallRow } from '../transition/rows.js';

/** Whether agent and customer have each other, on hold or not. A call that waits again after that has nobody. */
export const isConnected = ({ state }: Pick<CallRow, 'state'>): boolean => state === 'active' || state === 'held';
