import type { Effect } from './effect.js';

/** A picture that somebody has added. */
export interface StoredImage {
  readonly id: string;
  readonly name: string;
  readonly blob: Blob;
}

/** Whether something that was kept is a picture: anything may come of a host's store, and of a browser's. */
export const isStoredImage = (value: unknown): value is StoredImage => {
  const { id, name, blob } = (value ?? {}) as Partial<StoredImage>;
  return typeof id === 'string' && typeof name === 'string' && blob instanceof Blob;
};

/**
 * Where the choice of an effect and added pictures are kept. Give an adapter one of your own to keep them with your
 * users; without one a customer's are kept in their browser, and an agent's by the link-server.
 */
export interface BackgroundStore {
  /**
   * Whatever was kept last; null when nothing was. It is checked by us. A camera waits for it, and while it cannot be had
   * the background is blurred: something may have been chosen.
   */
  loadEffect(): Promise<unknown>;
  saveEffect(effect: Effect): Promise<void>;
  /** In the order in which they were added. */
  images(): Promise<readonly StoredImage[]>;
  /** One picture's bytes, where they can be had without all others; null where it is gone. Default: one of `images`. */
  image?(id: string): Promise<Blob | null>;
  /** Answers with the id under which the picture is kept: the one it has, or another one. */
  addImage(image: StoredImage): Promise<string>;
  removeImage(id: string): Promise<void>;
}

/** A store, or the way to load one that only a camera needs. */
export type BackgroundStoreSource = BackgroundStore | (() => Promise<BackgroundStore>);
