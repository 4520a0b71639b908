/** Which way a camera looks: at the person, or away from them. */
export type CameraFacing = 'user' | 'environment';

/** Which way a camera looks, where it tells. One on a desk does not. */
export function facingOf(camera: MediaStreamTrack | null): CameraFacing | null {
  const { facingMode } = camera?.getSettings() ?? {};
  return facingMode === 'user' || facingMode === 'environment' ? facingMode : null;
}
