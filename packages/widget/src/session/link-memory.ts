import { CustomerSecret } from '@carillon/contract';

/** What this browser keeps of a call, so that a reload or a second tab goes on with it as it was. */
export interface LinkMemo {
  readonly secret: CustomerSecret;
  /** The customer joined muted. */
  readonly muted: boolean;
  /** The customer joined with the camera off. */
  readonly cameraOff: boolean;
  /** The customer joined without a microphone. */
  readonly listenOnly: boolean;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The browser's storages, best first. Reading the property alone throws where the browser keeps nothing. */
export const browserStorages: readonly (() => Storage)[] = [() => localStorage, () => sessionStorage];

/**
 * Keeps the secret of a link's call: shared by all tabs where the browser allows it, else for this tab, else for this
 * page. Erased when the call has ended, so that nothing stays on a shared computer (security.md T32).
 */
export class LinkMemory {
  readonly #key: string;
  readonly #storages: readonly (() => Storage)[];
  #page: LinkMemo | null = null;

  constructor(code: string, storages: readonly (() => Storage)[] = browserStorages) {
    this.#key = `cc-link:${code}`;
    this.#storages = storages;
  }

  read(): LinkMemo | null {
    if (this.#page) return this.#page;
    for (const storage of this.#storages) {
      const memo = attempt(() => toMemo(storage().getItem(this.#key)));
      if (memo) return memo;
    }
    return null;
  }

  write(memo: LinkMemo): void {
    this.#page = memo;
    const text = JSON.stringify(memo);
    for (const storage of this.#storages) {
      const kept = attempt(() => {
        storage().setItem(this.#key, text);
        return true;
      });
      if (kept) return;
    }
  }

  erase(): void {
    this.#page = null;
    for (const storage of this.#storages) attempt(() => storage().removeItem(this.#key));
  }
}

/** A storage that is full, forbidden or broken is one that does not know. */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

function toMemo(text: string | null): LinkMemo | null {
  const kept: unknown = text === null ? null : JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) return null;
  const fields = kept as Partial<Record<keyof LinkMemo, unknown>>;
  const secret = CustomerSecret.safeParse(fields.secret);
  if (!secret.success) return null;
  return Object.freeze({
    secret: secret.data,
    muted: fields.muted === true,
    cameraOff: fields.cameraOff === true,
    listenOnly: fields.listenOnly === true,
  });
}
