/** What of a call outlives a reload of its page. */
export interface CallIntent {
  /** The person has muted themselves. */
  readonly muted: boolean;
  /** The person wants to be seen. */
  readonly camera: boolean;
}

/** Where it is kept. */
export type CallMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (callId: string) => `carillon:call:${callId}`;

/** `sessionStorage`, or null where even touching it throws. */
export function tabStorage(): CallMemory | null {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}

/** Reads what the person had chosen in this call before the page was loaded again; null for a new call. */
export function recallIntent(storage: CallMemory | null, callId: string): CallIntent | null {
  try {
    const kept = JSON.parse(storage?.getItem(keyOf(callId)) ?? 'null') as Partial<CallIntent> | null;
    return kept && { muted: kept.muted === true, camera: kept.camera === true };
  } catch {
    return null;
  }
}

/** Keeps it for the life of the tab; null forgets the call. */
export function rememberIntent(storage: CallMemory | null, callId: string, intent: CallIntent | null): void {
  try {
    if (intent) storage?.setItem(keyOf(callId), JSON.stringify(intent));
    else storage?.removeItem(keyOf(callId));
  } catch {
    // Without storage a reload starts unmuted, as a new call does.
  }
}
