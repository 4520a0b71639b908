import { LocalMedia } from '../../media/local-media.js';

/** The part of `LocalMedia` that choosing devices needs. */
export type DeviceSource = Pick<
  LocalMedia,
  'snapshot' | 'subscribe' | 'choose' | 'openMicrophone' | 'closeMicrophone' | 'refreshDevices'
>;

/** A source for settings that stand outside of any call. What is chosen there is remembered for the next one. */
export function ownDevices(): { readonly source: DeviceSource; readonly dispose: () => void } {
  const source = new LocalMedia();
  return { source, dispose: () => source.dispose() };
}
