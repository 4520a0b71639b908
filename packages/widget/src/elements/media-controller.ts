import type { LocalMedia, LocalMediaSnapshot } from '@carillon/call';
import type { LitElement } from 'lit';

/** Follows the customer's devices: the element is updated whenever one is opened, closed or fails. */
export class MediaController {
  readonly #host: LitElement;
  readonly #find: () => LocalMedia | null;
  #media: LocalMedia | null = null;
  #stop: (() => void) | undefined;

  constructor(host: LitElement, find: () => LocalMedia | null) {
    this.#host = host;
    this.#find = find;
    host.addController({
      hostUpdate: () => this.#follow(find()),
      hostConnected: () => host.requestUpdate(),
      hostDisconnected: () => this.#follow(null),
    });
  }

  get media(): LocalMedia | null {
    return this.#find();
  }

  get snapshot(): LocalMediaSnapshot | null {
    return this.#find()?.snapshot ?? null;
  }

  #follow(media: LocalMedia | null): void {
    if (media === this.#media) return;
    this.#stop?.();
    this.#media = media;
    this.#stop = media?.subscribe(() => this.#host.requestUpdate());
  }
}
