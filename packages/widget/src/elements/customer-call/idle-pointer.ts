import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long after the last movement the controls over a picture fade (visual-language.md, Screens). */
export const idleAfterMs = 4_000;

const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/** Knows whether nobody has moved over an element for a while. The host is updated when that changes. */
export class IdlePointer implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #after: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle = false;

  constructor(host: ReactiveControllerHost & HTMLElement, after: () => number) {
    this.#host = host;
    this.#after = after;
    host.addController(this);
  }

  get idle(): boolean {
    return this.#idle;
  }

  hostConnected(): void {
    for (const sign of signs) this.#host.addEventListener(sign, this.#moved);
    this.#moved();
  }

  hostDisconnected(): void {
    for (const sign of signs) this.#host.removeEventListener(sign, this.#moved);
    clearTimeout(this.#timer);
  }

  readonly #moved = (): void => {
    clearTimeout(this.#timer);
    const after = this.#after();
    if (after > 0) this.#timer = setTimeout(() => this.#set(true), after);
    this.#set(false);
  };

  #set(idle: boolean): void {
    if (idle === this.#idle) return;
    this.#idle = idle;
    this.#host.requestUpdate();
  }
}
