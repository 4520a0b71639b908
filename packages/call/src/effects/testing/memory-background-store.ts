import type { BackgroundStore, StoredImage } from '../background-store.js';
import type { Effect } from '../effect.js';

/** Keeps a choice and pictures in memory, for tests and the gallery. */
export class MemoryBackgroundStore implements BackgroundStore {
  effect: unknown;
  readonly kept = new Map<string, StoredImage>();
  full = false;

  constructor(effect: unknown = null, images: readonly StoredImage[] = []) {
    this.effect = effect;
    for (const image of images) this.kept.set(image.id, image);
  }

  async loadEffect(): Promise<unknown> {
    return this.effect;
  }
  async saveEffect(effect: Effect): Promise<void> {
    this.effect = effect;
  }
  async images(): Promise<readonly StoredImage[]> {
    return [...this.kept.values()];
  }
  async addImage(image: StoredImage): Promise<string> {
    if (this.full) throw new DOMException('', 'QuotaExceededError');
    this.kept.set(image.id, image);
    return image.id;
  }
  async removeImage(id: string): Promise<void> {
    this.kept.delete(id);
  }
}
