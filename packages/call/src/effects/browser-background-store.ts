import { isStoredImage, type BackgroundStore, type StoredImage } from './background-store.js';
import type { Effect } from './effect.js';

const table = 'backgrounds';

/**
 * Keeps the choice in `localStorage` and pictures in IndexedDB, both under a name: the browser's own, or that of somebody who
 * works in it. Where a browser refuses either, nothing is kept.
 */
export class BrowserBackgroundStore implements BackgroundStore {
  readonly #name: string;
  readonly #key: string;
  #opening: Promise<IDBDatabase> | null = null;

  constructor(name = 'carillon') {
    this.#name = name;
    // Of the browser's own: `effectKey`.
    this.#key = `${name}:background`;
  }

  async loadEffect(): Promise<unknown> {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? 'null');
    } catch {
      return null;
    }
  }

  async saveEffect(effect: Effect): Promise<void> {
    try {
      localStorage.setItem(this.#key, JSON.stringify(effect));
    } catch {
      // A choice that cannot be kept still holds for this page.
    }
  }

  async images(): Promise<readonly StoredImage[]> {
    const found = await this.#run('readonly', (images) => images.getAll()).catch(() => []);
    return (found as unknown[]).filter(isStoredImage);
  }

  async image(id: string): Promise<Blob | null> {
    const found: unknown = await this.#run('readonly', (images) => images.get(id)).catch(() => null);
    return isStoredImage(found) ? found.blob : null;
  }

  async addImage(image: StoredImage): Promise<string> {
    await this.#run('readwrite', (images) => images.put(image));
    return image.id;
  }

  async removeImage(id: string): Promise<void> {
    await this.#run('readwrite', (images) => images.delete(id));
  }

  async #run<T>(mode: IDBTransactionMode, act: (images: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    this.#opening ??= this.#open();
    const database = await this.#opening;
    const transaction = database.transaction(table, mode);
    const request = act(transaction.objectStore(table));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
  }

  #open(): Promise<IDBDatabase> {
    const request = indexedDB.open(this.#name, 1);
    return new Promise<IDBDatabase>((resolve, reject) => {
      request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'id' });
      request.onsuccess = () => {
        const { result } = request;
        // Another page wants a newer version, or the browser has closed it: the next use opens it again.
        const forget = () => (this.#opening = null);
        result.onversionchange = () => {
          result.close();
          forget();
        };
        result.onclose = forget;
        resolve(result);
      };
      request.onerror = () => {
        this.#opening = null;
        reject(request.error ?? new Error('no database'));
      };
    });
  }
}
