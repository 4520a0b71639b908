import type { CameraEffectsOptions } from './camera-effects.js';
import { changesPicture, parseEffect, unknownEffect } from './effect.js';
import { openStore } from './open-store.js';
import { preloadModel } from './preload-model.js';

/** Brings the model into the browser's cache, unless the page's own store says that nothing was chosen. */
export async function preloadChosen({ store, assets }: CameraEffectsOptions): Promise<void> {
  if (store) {
    const kept = await openStore(store)
      .then((opened) => opened.loadEffect())
      .catch(() => unknownEffect);
    if (!changesPicture(parseEffect(kept))) return;
  }
  await preloadModel(assets);
}
