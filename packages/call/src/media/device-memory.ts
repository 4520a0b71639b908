/** Devices a person chose, by what they are for. '' is the system's default. */
export interface ChosenDevices {
  readonly microphone: string;
  readonly camera: string;
  readonly speaker: string;
  readonly ringer: string;
}

export type DeviceUse = keyof ChosenDevices;

const key = 'carillon:devices';
const none: ChosenDevices = Object.freeze({ microphone: '', camera: '', speaker: '', ringer: '' });

type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/** Reads what was chosen before. Storage that is full, denied or holds something else counts as empty. */
export function recallDevices(storage: Memory | null): ChosenDevices {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return none;
    const entries = Object.entries(kept).filter(([use, id]) => use in none && typeof id === 'string');
    return Object.freeze({ ...none, ...Object.fromEntries(entries) });
  } catch {
    return none;
  }
}

/** Keeps what was chosen, where the browser lets it. */
export function rememberDevices(storage: Memory | null, devices: ChosenDevices): void {
  try {
    storage?.setItem(key, JSON.stringify(devices));
  } catch {
    // A choice that cannot be kept still holds for this page.
  }
}

/** `localStorage`, or null where even touching it throws. */
export function browserStorage(): Memory | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
