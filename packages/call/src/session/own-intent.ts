import { recallIntent, rememberIntent, type CallIntent, type CallMemory } from './call-memory.js';
import type { CallRecord } from './call-snapshot.js';
import type { Wanted } from './media-sender.js';
import type { Isolation } from './room-holder.js';

export interface OwnIntentOptions {
  readonly storage: CallMemory | null;
  /** What is wanted of a call in which nothing was chosen yet. Default: heard, and seen in a call by video. */
  readonly first: Partial<CallIntent>;
  /** Somebody who only listens, until they speak. */
  readonly listenOnly: boolean;
}

/** How much of themselves a person wants heard and seen in a call. It outlives a reload of the page, but not the call. */
export class OwnIntent {
  readonly #options: OwnIntentOptions;
  #intent: CallIntent | null = null;
  #listenOnly: boolean;
  /** Grow with every wish not to be heard, or seen. */
  readonly #withdrawn = { microphone: 0, camera: 0 };

  constructor(options: OwnIntentOptions) {
    this.#options = options;
    this.#listenOnly = options.listenOnly;
  }

  /** Begins with a call's first record, as before a reload where there was one, and is forgotten with its last. */
  follow({ id, medium, state }: CallRecord): void {
    const { storage, first } = this.#options;
    if (!this.#intent) {
      this.#intent = recallIntent(storage, id) ?? { muted: false, camera: medium === 'video', ...first };
      // A reload goes on with what was chosen before the call, too.
      rememberIntent(storage, id, this.#intent);
    }
    if (state === 'ended') rememberIntent(storage, id, null);
  }

  /**
   * Takes another wish, and keeps it for a reload of this call. One not to be heard, or seen, also counts for what was wished
   * before and is still opening.
   */
  want(change: Partial<CallIntent>, callId: string): void {
    if (change.muted === true) this.#withdrawn.microphone++;
    if (change.camera === false) this.#withdrawn.camera++;
    this.#intent = { ...(this.#intent ?? { muted: false, camera: false }), ...change };
    rememberIntent(this.#options.storage, callId, this.#intent);
  }

  /** For what takes its time: says later whether the person has withdrawn meanwhile. */
  watch(device: 'microphone' | 'camera'): () => boolean {
    const since = this.#withdrawn[device];
    return () => since !== this.#withdrawn[device];
  }

  /** Who only listened has a microphone from now on. */
  speak(): void {
    this.#listenOnly = false;
  }

  /** What should be sent, as far as the call allows it; null before its first record. */
  wanted(
    { state, medium }: CallRecord,
    { isolated, except }: Isolation,
    { videoPaused, screen }: { readonly videoPaused: boolean; readonly screen: MediaStreamTrack | null },
  ): Wanted | null {
    if (!this.#intent) return null;
    const { muted, camera } = this.#intent;
    const heard = !isolated || except !== null;
    const talking = heard && (state === 'connecting' || state === 'active' || state === 'consulting');
    return {
      microphone: this.#listenOnly ? 'none' : muted || !talking ? 'muted' : 'on',
      camera: camera && medium === 'video' && !videoPaused,
      screen,
    };
  }
}
