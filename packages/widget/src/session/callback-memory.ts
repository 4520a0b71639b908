import { CallbackWish, CustomerSecret } from '@carillon/contract';
import { browserStorages } from './link-memory.js';

/** What this browser has asked for: by the secret the server knows it again, should it ask once more. */
export interface CallbackMemo {
  readonly secret: CustomerSecret;
  readonly wish: CallbackWish;
  /** When it was asked for first, by the server's clock. */
  readonly requestedAt: number;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Kept for this long: whoever has not been called back by then may ask anew. */
const keptMs = 24 * 3_600_000;

/** Keeps that this browser has asked to be called back, so that a reload says so; no number and no name. */
export class CallbackMemory {
  readonly #key: string;
  readonly #storages: readonly (() => Storage)[];

  constructor(code: string, storages: readonly (() => Storage)[] = browserStorages) {
    this.#key = `cc-callback:${code}`;
    this.#storages = storages;
  }

  read(now: number): CallbackMemo | null {
    for (const storage of this.#storages) {
      try {
        const memo = toMemo(storage().getItem(this.#key));
        if (memo && now - memo.requestedAt < keptMs) return memo;
      } catch {
        // A storage that is full, forbidden or broken is one that does not know.
      }
    }
    return null;
  }

  write(memo: CallbackMemo | null): void {
    for (const storage of this.#storages) {
      try {
        if (memo) storage().setItem(this.#key, JSON.stringify(memo));
        else storage().removeItem(this.#key);
        if (memo) return;
      } catch {
        // The next one may.
      }
    }
  }
}

function toMemo(text: string | null): CallbackMemo | null {
  const kept = (text === null ? null : JSON.parse(text)) as Partial<Record<keyof CallbackMemo, unknown>> | null;
  const secret = CustomerSecret.safeParse(kept?.secret);
  const wish = CallbackWish.safeParse(kept?.wish);
  const requestedAt = kept?.requestedAt;
  if (!secret.success || !wish.success || typeof requestedAt !== 'number') return null;
  return Object.freeze({ secret: secret.data, wish: wish.data, requestedAt });
}
