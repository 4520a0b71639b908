const has = <K extends string>(value: unknown, key: K): value is Record<K, unknown> =>
  typeof value === 'object' && value !== null && key in value;

/** The stable code of whatever was thrown: its `code` where it has one, else `internal`. Never its message. */
export function errorCode(error: unknown): string {
  return has(error, 'code') && typeof error.code === 'string' ? error.code : 'internal';
}

/** Which device a failure is about, where it says so. */
export function errorDevice(error: unknown): 'microphone' | 'camera' | 'speaker' | null {
  const device = has(error, 'device') ? error.device : null;
  return device === 'microphone' || device === 'camera' || device === 'speaker' ? device : null;
}
