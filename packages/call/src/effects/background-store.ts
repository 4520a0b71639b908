import type { Effect } from './effect.js';

/** A picture that somebody has added. */
export interface StoredImage {
  readonly id: string;
  readonly name: string;
  readonly blob: Blob;
}

/** How many pictures one person may keep. */
export const mostImages = 40;

/**
 * Where the choice of an effect and added pictures are kept. Give an adapter one of your own to keep them with your
 * users; without one they are kept in this browser.
 */
export interface BackgroundStore {
  /** Whatever was kept last; null when nothing was. It is checked by us. */
  loadEffect(): Promise<unknown>;
  saveEffect(effect: Effect): Promise<void>;
  /** In the order in which they were added. */
  images(): Promise<readonly StoredImage[]>;
  addImage(image: StoredImage): Promise<void>;
  removeImage(id: string): Promise<void>;
}
