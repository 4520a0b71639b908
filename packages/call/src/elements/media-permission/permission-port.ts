import { pageSituation, type PageSituation } from '../../media/device-failure.js';

/** A device that needs the person's permission. */
export type PermissionKind = 'microphone' | 'camera';

/** What the element asks of the browser; a test brings its own. */
export interface PermissionPort {
  /** How a permission stands, or null where the browser does not tell. `change` is heard for as long as it is kept. */
  query(
    kind: PermissionKind,
  ): Promise<Pick<PermissionStatus, 'state' | 'addEventListener' | 'removeEventListener'> | null>;
  /** Asks for the devices. Rejects with what the browser gives. */
  acquire(constraints: MediaStreamConstraints): Promise<MediaStream>;
  /** Calls back when devices come or go. Returns the way to stop. */
  onDevices(listener: () => void): () => void;
  /** Where the page is opened, as far as it decides whether a device can be had at all. */
  situation(kind: PermissionKind): PageSituation;
  readonly userAgent: string;
}

/** The browser itself. */
export const browserPermissions: PermissionPort = {
  async query(kind) {
    try {
      return await navigator.permissions.query({ name: kind });
    } catch {
      // Firefox and older Safari do not know these names.
      return null;
    }
  },
  acquire: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  onDevices(listener) {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    devices?.addEventListener('devicechange', listener);
    return () => devices?.removeEventListener('devicechange', listener);
  },
  situation: pageSituation,
  get userAgent() {
    return navigator.userAgent;
  },
};
