import type { LitElement, ReactiveController } from 'lit';

/** Updates an element once a second, as long as it is on a page and `runs` says so. For timers and countdowns. */
export class TickController implements ReactiveController {
  readonly #host: LitElement;
  readonly #runs: () => boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: LitElement, runs: () => boolean) {
    this.#host = host;
    this.#runs = runs;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#runs()) this.#stop();
    else this.#timer ??= setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
