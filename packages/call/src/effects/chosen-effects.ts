import type { CameraProcessorSource } from '../media/camera-processor.js';
import type { CameraEffectsOptions } from './camera-effects.js';
import { wasEffectChosen } from './effect-memory.js';

/**
 * What to give `LocalMedia` as its processor: background effects, loaded with the first camera and only where one was
 * ever chosen, so that a page without effects pays nothing for them.
 */
export const chosenEffects =
  (options: CameraEffectsOptions = {}): CameraProcessorSource =>
  () =>
    options.store || wasEffectChosen()
      ? import('./camera-effects.js').then(({ CameraEffects }) => new CameraEffects(options))
      : null;
