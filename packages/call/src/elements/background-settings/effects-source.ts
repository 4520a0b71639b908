import type { CameraEffects } from '../../effects/camera-effects.js';
import type { CameraProcessor } from '../../media/camera-processor.js';
import type { LocalMedia } from '../../media/local-media.js';

/** The part of `CameraEffects` that choosing a background needs. */
export type EffectsSource = Pick<
  CameraEffects,
  'snapshot' | 'subscribe' | 'choose' | 'retry' | 'addImage' | 'removeImage' | 'load' | 'loadImages'
>;

/** The part of `LocalMedia` that a preview needs, and a notice about the camera. */
export type CameraSource = Pick<
  LocalMedia,
  'snapshot' | 'subscribe' | 'openCamera' | 'closeCamera' | 'processor' | 'useProcessor'
>;

/** The effects among what may process a camera. */
export const effectsOf = (processor: CameraProcessor | null): EffectsSource | null =>
  processor && 'choose' in processor ? (processor as unknown as EffectsSource) : null;
