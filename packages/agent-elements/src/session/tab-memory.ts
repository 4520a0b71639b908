/** Whether this tab led before its page was loaded again. Lives as long as the tab does. */
export class TabMemory {
  readonly #key: string;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;

  constructor(name: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null = tabStorage()) {
    this.#key = `${name}:leads`;
    this.#storage = storage;
  }

  get led(): boolean {
    try {
      return this.#storage?.getItem(this.#key) === 'true';
    } catch {
      return false;
    }
  }

  set led(leads: boolean) {
    try {
      if (leads) this.#storage?.setItem(this.#key, 'true');
      else this.#storage?.removeItem(this.#key);
    } catch {
      // Without storage a reloaded tab follows the one that has stepped in for it.
    }
  }
}

function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage;
  } catch {
    // Even touching it throws where storage is blocked.
    return null;
  }
}
