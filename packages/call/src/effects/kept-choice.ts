import type { BackgroundStoreSource } from './background-store.js';
import { parseEffect, unknownEffect, type Effect } from './effect.js';
import { openStore } from './open-store.js';

/**
 * The effect that was chosen, between a store that may be far away and a camera that cannot wait for it. What is chosen here
 * holds at once, whatever a store says later that was asked before. A store that does not answer may know of an effect:
 * until it does, nothing raw is shown.
 */
export class KeptChoice {
  readonly #source: BackgroundStoreSource | undefined;
  /** The last one that was read or chosen. */
  #known: Effect | null = null;
  /** Grows with every choice: what was read of the store before it is of no interest any more. */
  #choices = 0;
  /** Choices that the store does not have yet: it is not asked meanwhile. */
  #saving = 0;

  constructor(source: BackgroundStoreSource | undefined) {
    this.#source = source;
  }

  /** What was chosen, here or elsewhere. Never fails. */
  async read(): Promise<Effect> {
    if (this.#saving === 0) {
      const choices = this.#choices;
      const kept = await openStore(this.#source)
        .then((store) => store.loadEffect())
        .then(parseEffect)
        .catch(() => null);
      if (choices === this.#choices) this.#known = kept ?? this.#known;
    }
    return this.#known ?? unknownEffect;
  }

  /** Keeps a choice. One that cannot be kept still holds for this page. */
  async choose(effect: Effect): Promise<void> {
    this.#known = effect;
    this.#choices++;
    this.#saving++;
    await openStore(this.#source)
      .then((store) => store.saveEffect(effect))
      .catch(() => undefined);
    this.#saving--;
  }
}
