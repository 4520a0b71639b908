import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What gives the lock: `navigator.wakeLock`, or nothing where a browser has none. */
export type WakeLockSource = Pick<WakeLock, 'request'>;

const ofBrowser = (): WakeLockSource | undefined => (navigator as { readonly wakeLock?: WakeLockSource }).wakeLock;

/**
 * Keeps the screen of a phone on while somebody waits or talks: a phone that goes dark puts its page to sleep, and the call
 * with it. The browser takes the lock back whenever the page is hidden; it is asked for again when it is seen.
 */
export class ScreenWakeLock implements ReactiveController {
  readonly #wanted: () => boolean;
  readonly #source: () => WakeLockSource | undefined;
  #lock: WakeLockSentinel | null = null;
  #asking = false;

  constructor(host: ReactiveControllerHost, wanted: () => boolean, source = ofBrowser) {
    this.#wanted = wanted;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#fit);
  }

  hostUpdated(): void {
    this.#fit();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#fit);
    this.#release();
  }

  readonly #fit = (): void => {
    if (!this.#wanted()) this.#release();
    else if (document.visibilityState === 'visible') void this.#ask();
  };

  async #ask(): Promise<void> {
    const source = this.#source();
    if (!source || this.#asking || (this.#lock && !this.#lock.released)) return;
    this.#asking = true;
    try {
      const lock = await source.request('screen');
      // The call may have ended while the browser thought about it.
      if (this.#wanted()) this.#lock = lock;
      else void lock.release();
    } catch {
      // A battery that saves itself refuses: the call goes on without.
    } finally {
      this.#asking = false;
    }
  }

  #release(): void {
    const lock = this.#lock;
    this.#lock = null;
    if (lock && !lock.released) void lock.release();
  }
}
