import type { CallSession } from '../../session/call-session.js';
import type { CaptionSource } from '../../session/captions.js';
import type { HostAdapter, HostSession } from '../../session/host-session.js';
import type { Shortcuts } from '../../session/shortcuts.js';

/** A host session that does what a test says, and writes down what it is told. */
export class FakeHostSession implements HostSession {
  call: CallSession | null;
  /** Read by `serverNow()`. */
  clockOffsetMs: number | undefined;
  /** A person's shortcuts, on a side that has any. */
  shortcuts: Shortcuts | undefined;
  /** Where captions come from. */
  captions: CaptionSource | undefined;
  readonly told: string[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(call: CallSession | null = null) {
    this.call = call;
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  start(): void {
    this.told.push('start');
  }

  stop(): void {
    this.told.push('stop');
  }

  /** Puts another call in its place and tells so. */
  setCall(call: CallSession | null): void {
    this.call = call;
    this.tell();
  }

  tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** An adapter for sessions that were made before. */
export function adapterFor(...sessions: readonly HostSession[]): HostAdapter {
  const left = [...sessions];
  return {
    createSession() {
      const session = left.shift();
      if (!session) throw Object.assign(new Error('no session left'), { code: 'unauthenticated' });
      return session;
    },
  };
}
