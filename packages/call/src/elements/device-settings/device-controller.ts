import type { LitElement } from 'lit';
import type { LocalMediaSnapshot } from '../../media/local-media.js';
import { CallController } from '../call-controller.js';
import { type DeviceSource, ownDevices } from './device-source.js';

/**
 * The devices an element works on: those it was given, else those of the live call, else its own. The element is
 * updated whenever they change.
 */
export class DeviceController {
  readonly #call: CallController;
  readonly #host: LitElement;
  readonly #given: () => DeviceSource | null;
  #own: ReturnType<typeof ownDevices> | null = null;
  #followed: DeviceSource | null = null;
  #leave: (() => void) | undefined;

  constructor(host: LitElement, given: () => DeviceSource | null) {
    this.#host = host;
    this.#given = given;
    this.#call = new CallController(host);
    host.addController({
      hostUpdate: () => this.#follow(),
      hostDisconnected: () => this.#release(),
      hostConnected: () => host.requestUpdate(),
    });
  }

  get source(): DeviceSource {
    const live = this.#call.snapshot?.phase !== 'ended' ? this.#call.session?.media : undefined;
    return this.#given() ?? live ?? (this.#own ??= ownDevices()).source;
  }

  get snapshot(): LocalMediaSnapshot {
    return this.source.snapshot;
  }

  #follow(): void {
    const { source } = this;
    if (source === this.#followed || !this.#host.isConnected) return;
    this.#leave?.();
    this.#followed = source;
    this.#leave = source.subscribe(() => this.#host.requestUpdate());
    void source.refreshDevices();
  }

  #release(): void {
    this.#leave?.();
    this.#leave = undefined;
    this.#followed = null;
    this.#own?.dispose();
    this.#own = null;
  }
}
