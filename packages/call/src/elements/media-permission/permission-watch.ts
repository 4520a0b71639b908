import type { LitElement } from 'lit';
import type { PermissionKind, PermissionPort } from './permission-port.js';

export interface PermissionChanges {
  /** Everything that is needed is granted. */
  granted(): void;
  /** Nothing is refused, and the browser would ask. */
  prompt(): void;
  denied(device: PermissionKind): void;
  /** Devices came or went. */
  devices(): void;
}

type Permission = Awaited<ReturnType<PermissionPort['query']>>;

/** Follows the permissions an element needs, so that it goes on by itself when they are given elsewhere. */
export class PermissionWatch {
  readonly #host: LitElement;
  readonly #port: () => PermissionPort;
  readonly #changes: PermissionChanges;
  #stop = new AbortController();

  constructor(host: LitElement, port: () => PermissionPort, changes: PermissionChanges) {
    this.#host = host;
    this.#port = port;
    this.#changes = changes;
    host.addController({ hostDisconnected: () => this.#stop.abort() });
  }

  /** Begins to follow; with `now` it also tells how things stand, where the browser knows. */
  async start(kinds: readonly PermissionKind[], now: boolean): Promise<void> {
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    const port = this.#port();
    const kept = await Promise.all(kinds.map(async (kind) => [kind, await port.query(kind)] as const));
    if (stop.signal.aborted || !this.#host.isConnected) return;
    const tell = () => this.#tell(kept);
    for (const [, permission] of kept) {
      permission?.addEventListener('change', tell);
      stop.signal.addEventListener('abort', () => permission?.removeEventListener('change', tell));
    }
    stop.signal.addEventListener(
      'abort',
      port.onDevices(() => this.#changes.devices()),
    );
    if (now) tell();
  }

  #tell(kept: readonly (readonly [PermissionKind, Permission])[]): void {
    const denied = kept.find(([, permission]) => permission?.state === 'denied');
    if (denied) this.#changes.denied(denied[0]);
    else if (kept.every(([, permission]) => permission?.state === 'granted')) this.#changes.granted();
    else if (kept.some(([, permission]) => permission?.state === 'prompt')) this.#changes.prompt();
  }
}
