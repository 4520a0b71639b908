import type { CameraEffectsOptions } from './camera-effects.js';
import { wasEffectChosen } from './effect-memory.js';

/**
 * Gets ready what a chosen effect needs, on the first sign that a camera is about to be opened. Does nothing where no
 * effect was ever chosen; harmless when repeated.
 */
export async function preloadEffects(options: CameraEffectsOptions = {}): Promise<void> {
  if (options.store || wasEffectChosen()) await (await import('./camera-effects.js')).preloadChosen(options);
}
