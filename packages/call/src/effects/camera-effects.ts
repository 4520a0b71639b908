import type { CameraProcessor } from '../media/camera-processor.js';
import { Store, type Readable } from '../media/store.js';
import type { BackgroundStoreSource } from './background-store.js';
import type { CompanyImage } from './company-image.js';
import { changesPicture, noEffect, parseEffect, sameEffect, type Effect } from './effect.js';
import { effectsErrorCode, type EffectsErrorCode } from './effects-error.js';
import { EffectsProcessor, type EffectsProcessorOptions } from './effects-processor.js';
import { OfferedImages, type OfferedImage } from './images/offered-images.js';
import { KeptChoice } from './kept-choice.js';
import type { PipelineNews } from './pipeline.js';

export { preloadChosen } from './preload-chosen.js';

/** Background effects as they stand. */
export interface EffectsSnapshot {
  readonly effect: Effect;
  /** `veiled`: the whole picture is blurred while the model loads. `reduced`: less is done than wanted (E-28). */
  readonly state: 'off' | 'veiled' | 'on' | 'reduced' | 'failed';
  readonly reason: EffectsErrorCode | null;
  readonly images: readonly OfferedImage[];
}

export interface CameraEffectsOptions {
  /** Where choices and pictures are kept, or the way to load it. */
  readonly store?: BackgroundStoreSource | undefined;
  /** Pictures that the company offers. */
  readonly images?: readonly CompanyImage[] | undefined;
  /** The folder of the model's files, where it is not beside our bundle. */
  readonly assets?: string | undefined;
  readonly createProcessor?: (options: EffectsProcessorOptions) => EffectsProcessor;
}

/**
 * Background effects of one camera: the choice, kept for every following call (BGD-3), the pictures, and one processor
 * for as long as the camera lasts. It never shows a raw frame in place of an effect that fails: it says so, and waits
 * for a person to decide.
 */
export class CameraEffects implements CameraProcessor, Readable<EffectsSnapshot> {
  readonly #options: CameraEffectsOptions;
  readonly #choice: KeptChoice;
  readonly #images: OfferedImages;
  readonly #store: Store<EffectsSnapshot>;
  readonly #listeners = new Set<() => void>();
  #processor: EffectsProcessor | null = null;
  #camera: MediaStreamTrack | null = null;
  /** Grows with every effect that is put on the camera: a picture that was loaded too late is left alone. */
  #turn = 0;

  constructor(options: CameraEffectsOptions = {}) {
    this.#options = options;
    this.#choice = new KeptChoice(options.store);
    this.#images = new OfferedImages({
      company: options.images ?? [],
      store: options.store,
      changed: (images) => this.#store.set({ images }),
    });
    this.#store = new Store({ effect: noEffect, state: 'off', reason: null, images: this.#images.list });
  }

  get snapshot(): EffectsSnapshot {
    return this.#store.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  subscribeCamera(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Reads what was chosen, here or elsewhere, and uses it at once. */
  async load(): Promise<void> {
    const before = this.snapshot.effect;
    await this.#read();
    if (!sameEffect(before, this.snapshot.effect)) this.#use();
  }

  /** Reads which own pictures there are. Where that fails, those that are known stay. */
  loadImages(): Promise<void> {
    return this.#images.load();
  }

  async active(): Promise<boolean> {
    if (!this.#camera) await this.#read();
    return changesPicture(this.snapshot.effect);
  }

  async process(camera: MediaStreamTrack): Promise<MediaStreamTrack> {
    const processor = (this.#processor ??= this.#create());
    const before = processor.processedTrack;
    if (camera === this.#camera && before?.readyState === 'live') return before;
    if (!this.#camera) await this.#read();
    if (processor !== this.#processor) throw new Error('put away');
    this.#camera = camera;
    this.#apply(processor);
    try {
      if (before) await processor.restart({ track: camera });
      else await processor.init({ track: camera });
      const track = processor.processedTrack;
      if (!track) throw new TypeError('no track');
      return track;
    } catch (error) {
      // Put away in the middle of its start, which is no failure.
      if (processor !== this.#processor) throw error;
      this.#camera = null;
      this.#processor = null;
      void processor.destroy();
      this.#store.set({ state: 'failed', reason: effectsErrorCode(error, 'no-worker') });
      throw error;
    }
  }

  pause(): void {
    this.#camera = null;
    this.#processor?.pause();
    if (this.snapshot.state !== 'failed') this.#store.set({ state: 'off', reason: null });
  }

  putAway(): void {
    const processor = this.#processor;
    this.#processor = null;
    void processor?.destroy();
  }

  /** Chooses an effect: used at once where the camera is on (BGD-2), and in every following call (BGD-3). */
  async choose(change: Partial<Effect>): Promise<void> {
    const effect = parseEffect({ ...this.snapshot.effect, ...change });
    const kept = this.#choice.choose(effect);
    this.#store.set({ effect });
    // Not after it is kept: that may take as long as a network does.
    this.#use();
    await kept;
  }

  /** Tries a failed effect again, or looks again for a picture that is missing. */
  retry(): void {
    const { effect, reason } = this.snapshot;
    if (reason === 'image' && effect.imageId !== null) {
      this.#images.remember(effect.imageId, null);
      return this.#use();
    }
    this.#store.set({ state: this.#camera ? 'veiled' : 'off', reason: null });
    this.#processor?.retry();
    // Without a worker, or with the camera off, it is the camera that has to be taken again.
    if (this.#processor?.processedTrack?.readyState === 'live' && this.#camera) return;
    this.#takeAgain();
  }

  /** Adds a picture and returns its id. @throws {ImageError} by cause */
  addImage(file: File): Promise<string> {
    return this.#images.add(file);
  }

  /**
   * Removes an own picture, which stays where that fails; if it was in use the background is blurred, never shown.
   * @throws {ImageError} `image-not-removed`
   */
  removeImage(id: string): Promise<void> {
    // Not after that is kept: it may take as long as a network does.
    if (this.snapshot.effect.imageId === id) void this.choose({ background: 'blur' });
    return this.#images.remove(id);
  }

  async dispose(): Promise<void> {
    this.#images.dispose();
    await this.#processor?.destroy();
    this.#processor = null;
  }

  async #read(): Promise<void> {
    const effect = await this.#choice.read();
    if (!sameEffect(effect, this.snapshot.effect)) this.#store.set({ effect });
  }

  /** Puts the effect as it stands on the camera, or has the camera taken again. */
  #use(): void {
    if (this.#camera && this.#processor) this.#apply(this.#processor);
    else {
      if (this.snapshot.state === 'failed') this.#store.set({ state: 'off', reason: null });
      this.#takeAgain();
    }
  }

  /** Has whoever opened the camera take it again. */
  #takeAgain(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #create(): EffectsProcessor {
    const create = this.#options.createProcessor ?? ((options) => new EffectsProcessor(options));
    return create({
      assets: this.#options.assets,
      news: (news) => this.#hear(news),
      replaced: () => this.#takeAgain(),
    });
  }

  #apply(processor: EffectsProcessor): void {
    const { effect, state, reason } = this.snapshot;
    const turn = ++this.#turn;
    const image = this.#images.known(effect.imageId);
    processor.setEffect(effect, image);
    if (!changesPicture(effect)) this.#store.set({ state: 'off', reason: null });
    else if (state === 'off') this.#store.set({ state: 'veiled', reason: null });
    else if (state === 'failed') this.retry();
    // It was the picture of the choice before, or may be there by now.
    else if (reason === 'image') this.#store.set({ state: 'on', reason: null });
    if (effect.imageId !== null && !image) void this.#fetchImage(processor, effect, effect.imageId, turn);
  }

  async #fetchImage(processor: EffectsProcessor, effect: Effect, imageId: string, turn: number): Promise<void> {
    const blob = await this.#images.find(imageId);
    if (turn !== this.#turn) return;
    if (!blob) return this.#miss();
    this.#images.remember(imageId, blob);
    processor.setEffect(effect, blob);
  }

  #hear(news: PipelineNews): void {
    if (!changesPicture(this.snapshot.effect)) return;
    if (news.kind === 'failed' && news.code === 'image') this.#miss();
    else if (news.kind === 'failed') this.#store.set({ state: 'failed', reason: news.code });
    else if (news.kind === 'level')
      this.#store.set(
        news.level === 0
          ? { state: 'on', reason: null }
          : { state: 'reduced', reason: news.overloaded ? 'too-slow' : null },
      );
    else if (this.snapshot.state === 'veiled') this.#store.set({ state: 'on', reason: null });
  }

  /** Without its picture the background is blurred, which is less than wanted and hides as much. */
  #miss(): void {
    const { effect, state } = this.snapshot;
    if (effect.background === 'image' && state !== 'failed') this.#store.set({ state: 'reduced', reason: 'image' });
  }
}
