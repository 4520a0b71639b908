import type { MediaErrorCode } from '../../media/media-error.js';
import type { permission } from '../localize/en/permission.js';
import { browserFamily, systemFamily } from './browser-family.js';
import type { PermissionKind } from './permission-port.js';

type Key = keyof typeof permission;
/** Keys without a value to fill in. */
type PlainKey = Exclude<Key, 'permission.policy.step' | 'permission.code'>;

/** What happened, and what to do next. `policy` takes the value of the frame's `allow`. */
export interface PermissionWords {
  readonly what: PlainKey;
  readonly step: PlainKey | 'permission.policy.step';
}

/** The words for a cause (spec E-26): never one text for all, and always with a next step. */
export function permissionWords(code: MediaErrorCode, device: PermissionKind, userAgent: string): PermissionWords {
  switch (code) {
    case 'permission-denied':
      return { what: `permission.denied.${device}`, step: `permission.denied.step.${browserFamily(userAgent)}` };
    case 'permission-denied-by-system':
      return { what: `permission.system.${device}`, step: `permission.system.step.${systemFamily(userAgent)}` };
    case 'device-not-found':
      return { what: `permission.not-found.${device}`, step: 'permission.not-found.step' };
    case 'device-in-use':
      return { what: `permission.in-use.${device}`, step: 'permission.in-use.step' };
    case 'blocked-by-policy':
      return { what: `permission.policy.${device}`, step: 'permission.policy.step' };
    case 'insecure-page':
      return { what: 'permission.insecure', step: 'permission.insecure.step' };
    case 'in-app-browser':
      return { what: 'permission.in-app', step: 'permission.in-app.step' };
    default:
      return { what: 'permission.unsupported', step: 'permission.unsupported.step' };
  }
}

const panes = {
  mac: (pane: string) => `x-apple.systempreferences:com.apple.preference.security?Privacy_${pane}`,
  windows: (pane: string) => `ms-settings:privacy-${pane === 'Camera' ? 'webcam' : 'microphone'}`,
};

/** The address of the system's own settings for a device, on systems that have one. */
export function systemSettings(device: PermissionKind, userAgent: string): string | null {
  const system = systemFamily(userAgent);
  return system === 'other' ? null : panes[system](device === 'camera' ? 'Camera' : 'Microphone');
}
