import type { BackgroundStore, StoredImage } from './background-store.js';
import type { Effect } from './effect.js';
import { effectKey } from './effect-memory.js';

const table = 'backgrounds';

/** Keeps the choice in `localStorage` and pictures in IndexedDB. Where a browser refuses either, nothing is kept. */
export class BrowserBackgroundStore implements BackgroundStore {
  readonly #database: string;
  #opening: Promise<IDBDatabase> | null = null;

  constructor(database = 'carillon') {
    this.#database = database;
  }

  async loadEffect(): Promise<unknown> {
    try {
      return JSON.parse(localStorage.getItem(effectKey) ?? 'null');
    } catch {
      return null;
    }
  }

  async saveEffect(effect: Effect): Promise<void> {
    try {
      localStorage.setItem(effectKey, JSON.stringify(effect));
    } catch {
      // A choice that cannot be kept still holds for this page.
    }
  }

  async images(): Promise<readonly StoredImage[]> {
    const found = await this.#run('readonly', (images) => images.getAll()).catch(() => []);
    return (found as unknown[]).filter(isImage);
  }

  async addImage(image: StoredImage): Promise<void> {
    await this.#run('readwrite', (images) => images.put(image));
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
    const request = indexedDB.open(this.#database, 1);
    return new Promise<IDBDatabase>((resolve, reject) => {
      request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'id' });
      request.onsuccess = () => {
        const { result } = request;
        // Another page wants a newer version, or the browser has closed it: the next use opens it again.
        result.onversionchange = () => result.close();
        result.onclose = () => (this.#opening = null);
        resolve(result);
      };
      request.onerror = () => {
        this.#opening = null;
        reject(request.error ?? new Error('no database'));
      };
    });
  }
}

const isImage = (value: unknown): value is StoredImage => {
  const { id, name, blob } = (value ?? {}) as Partial<StoredImage>;
  return typeof id === 'string' && typeof name === 'string' && blob instanceof Blob;
};
