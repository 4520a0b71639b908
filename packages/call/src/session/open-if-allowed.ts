import type { LocalMedia } from '../media/local-media.js';

/** Opens the microphone ahead of its use, where that asks the person nothing. */
export async function openIfAllowed(media: LocalMedia, wanted: () => boolean): Promise<void> {
  const permission = await navigator.permissions?.query({ name: 'microphone' }).catch(() => null);
  if (permission?.state === 'granted' && wanted()) await media.openMicrophone().catch(() => undefined);
}
