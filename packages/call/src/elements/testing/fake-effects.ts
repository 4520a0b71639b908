import type { EffectsSnapshot } from '../../effects/camera-effects.js';
import { noEffect, parseEffect, type Effect } from '../../effects/effect.js';
import type { ImageError } from '../../effects/images/image-error.js';
import { Store } from '../../media/store.js';
import type { EffectsSource } from '../background-settings/effects-source.js';

/** Effects for tests and the gallery: nothing is computed, everything is written down. */
export class FakeEffects implements EffectsSource {
  readonly #store: Store<EffectsSnapshot>;
  readonly asked: string[] = [];
  /** Why adding a picture fails; null adds it. */
  refusal: ImageError | null = null;
  listeners = 0;

  constructor(change: Partial<Omit<EffectsSnapshot, 'effect'>> & { readonly effect?: Partial<Effect> } = {}) {
    const { effect, ...rest } = change;
    this.#store = new Store<EffectsSnapshot>({
      state: 'off',
      reason: null,
      images: [],
      ...rest,
      effect: { ...noEffect, ...effect },
    });
  }

  get snapshot(): EffectsSnapshot {
    return this.#store.snapshot;
  }

  set(change: Partial<EffectsSnapshot>): void {
    this.#store.set(change);
  }

  subscribe(listener: () => void): () => void {
    this.listeners++;
    const stop = this.#store.subscribe(listener);
    return () => {
      this.listeners--;
      stop();
    };
  }

  async load(): Promise<void> {
    this.asked.push('load');
  }
  async loadImages(): Promise<void> {
    this.asked.push('images');
  }
  async choose(change: Partial<Effect>): Promise<void> {
    this.asked.push(`choose ${JSON.stringify(change)}`);
    this.set({ effect: parseEffect({ ...this.snapshot.effect, ...change }) });
  }
  retry(): void {
    this.asked.push('retry');
  }
  async addImage(file: File): Promise<string> {
    this.asked.push(`add ${file.name}`);
    if (this.refusal) throw this.refusal;
    const image = { id: 'new', name: file.name, url: 'data:,', own: true };
    this.set({ images: [...this.snapshot.images, image] });
    return 'new';
  }
  async removeImage(id: string): Promise<void> {
    this.asked.push(`remove ${id}`);
    this.set({ images: this.snapshot.images.filter((image) => image.id !== id) });
  }
}
