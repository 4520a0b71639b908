import type { DeviceInfo } from '../../media/local-media.js';
import type { DeviceKind } from '../events/device-changed-event.js';

const kinds: Readonly<Record<DeviceKind, DeviceInfo['kind']>> = {
  microphone: 'microphone',
  speaker: 'speaker',
  camera: 'camera',
  ringer: 'speaker',
};

/** The devices that can be chosen for a use, in the browser's order. */
export function deviceOptions(devices: readonly DeviceInfo[], use: DeviceKind): readonly DeviceInfo[] {
  return devices.filter(({ kind }) => kind === kinds[use]);
}

/** Whether the browser tells names. It does so once the page may use a device; until then a list proves nothing. */
export function namesAreKnown(devices: readonly DeviceInfo[]): boolean {
  return devices.some(({ label }) => label !== '');
}
