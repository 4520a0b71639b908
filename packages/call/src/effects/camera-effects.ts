import { backgroundLimits } from '@carillon/contract';
import type { CameraProcessor } from '../media/camera-processor.js';
import { Store, type Readable } from '../media/store.js';
import { isStoredImage, type BackgroundStore, type BackgroundStoreSource } from './background-store.js';
import { companyImageId, loadCompanyImage, type CompanyImage } from './company-image.js';
import { changesPicture, noEffect, parseEffect, sameEffect, type Effect } from './effect.js';
import { effectsErrorCode, type EffectsErrorCode } from './effects-error.js';
import { EffectsProcessor, type EffectsProcessorOptions } from './effects-processor.js';
import { ImageError } from './images/image-error.js';
import { imageName, prepareImage } from './images/prepare-image.js';
import { KeptChoice } from './kept-choice.js';
import { openStore } from './open-store.js';
import type { PipelineNews } from './pipeline.js';

export { preloadChosen } from './preload-chosen.js';

/** A picture that can be chosen, without its bytes. */
export interface OfferedImage {
  readonly id: string;
  readonly name: string;
  /** For `<img>`. */
  readonly url: string;
  /** Added by this person, who may remove it again. */
  readonly own: boolean;
}

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
  readonly #company: readonly CompanyImage[];
  readonly #options: CameraEffectsOptions;
  readonly #choice: KeptChoice;
  readonly #store: Store<EffectsSnapshot>;
  readonly #listeners = new Set<() => void>();
  readonly #blobs = new Map<string, Blob>();
  readonly #urls = new Map<string, string>();
  #processor: EffectsProcessor | null = null;
  #camera: MediaStreamTrack | null = null;
  /** Grows with every effect that is put on the camera: a picture that was loaded too late is left alone. */
  #turn = 0;
  /** Which list of pictures was asked for last, and which is shown. */
  #asked = 0;
  #listed = 0;

  constructor(options: CameraEffectsOptions = {}) {
    this.#options = options;
    this.#choice = new KeptChoice(options.store);
    this.#company = options.images ?? [];
    const images = this.#offer([]);
    this.#store = new Store<EffectsSnapshot>({ effect: noEffect, state: 'off', reason: null, images });
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
  async loadImages(): Promise<void> {
    const turn = ++this.#asked;
    const found = await this.#ask((store) => store.images()).catch(() => null);
    // An older answer would bring back what was removed since, and hide what was added.
    if (!found || turn < this.#listed) return;
    this.#listed = turn;
    const own = found.filter(isStoredImage);
    for (const { id, blob } of own) this.#blobs.set(id, blob);
    this.#store.set({
      images: this.#offer(own.map(({ id, name }) => ({ id, name, url: this.#urlOf(id), own: true }))),
    });
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
      this.#blobs.delete(effect.imageId);
      return this.#use();
    }
    this.#store.set({ state: this.#camera ? 'veiled' : 'off', reason: null });
    this.#processor?.retry();
    // Without a worker, or with the camera off, it is the camera that has to be taken again.
    if (this.#processor?.processedTrack?.readyState === 'live' && this.#camera) return;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Adds a picture and returns its id. @throws {ImageError} by cause */
  async addImage(file: File): Promise<string> {
    const own = this.snapshot.images.filter((image) => image.own);
    if (own.length >= backgroundLimits.images) throw new ImageError('too-many-images');
    const blob = await prepareImage(file);
    const image = { id: crypto.randomUUID(), name: imageName(file.name), blob };
    const id = await this.#ask((store) => store.addImage(image)).catch((error: unknown) => {
      const { code } = error as { readonly code?: unknown };
      throw new ImageError(code === 'too_many_backgrounds' ? 'too-many-images' : 'image-not-kept');
    });
    await this.loadImages();
    return id;
  }

  /** Removes an own picture, which stays where that fails; if it was in use the background is blurred, never shown. */
  async removeImage(id: string): Promise<void> {
    // Not after that is kept: it may take as long as a network does.
    if (this.snapshot.effect.imageId === id) void this.choose({ background: 'blur' });
    const removed = await this.#ask((store) => store.removeImage(id)).then(
      () => true,
      () => false,
    );
    if (removed) this.#forget(id);
    await this.loadImages();
  }

  async dispose(): Promise<void> {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
    await this.#processor?.destroy();
    this.#processor = null;
  }

  #forget(id: string): void {
    this.#store.set({ images: Object.freeze(this.snapshot.images.filter((image) => image.id !== id)) });
    URL.revokeObjectURL(this.#urls.get(id) ?? '');
    this.#urls.delete(id);
    this.#blobs.delete(id);
  }

  /** The company's pictures, and after them these. */
  #offer(own: readonly OfferedImage[]): readonly OfferedImage[] {
    const company = this.#company.map((image) => ({
      id: companyImageId(image),
      name: image.name,
      url: image.url,
      own: false,
    }));
    return Object.freeze([...company, ...own]);
  }

  async #ask<T>(question: (store: BackgroundStore) => Promise<T>): Promise<T> {
    return question(await openStore(this.#options.store));
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
      for (const listener of [...this.#listeners]) listener();
    }
  }

  #create(): EffectsProcessor {
    const create = this.#options.createProcessor ?? ((options) => new EffectsProcessor(options));
    return create({
      assets: this.#options.assets,
      news: (news) => this.#hear(news),
      replaced: () => {
        for (const listener of [...this.#listeners]) listener();
      },
    });
  }

  #apply(processor: EffectsProcessor): void {
    const { effect, state, reason } = this.snapshot;
    const turn = ++this.#turn;
    const image = effect.imageId === null ? null : (this.#blobs.get(effect.imageId) ?? null);
    processor.setEffect(effect, image);
    if (!changesPicture(effect)) this.#store.set({ state: 'off', reason: null });
    else if (state === 'off') this.#store.set({ state: 'veiled', reason: null });
    else if (state === 'failed') this.retry();
    // It was the picture of the choice before, or may be there by now.
    else if (reason === 'image') this.#store.set({ state: 'on', reason: null });
    if (effect.imageId !== null && !image) void this.#fetchImage(processor, effect, effect.imageId, turn);
  }

  async #fetchImage(processor: EffectsProcessor, effect: Effect, imageId: string, turn: number): Promise<void> {
    const blob = await this.#find(imageId).catch(() => null);
    if (turn !== this.#turn) return;
    if (!blob) return this.#miss();
    this.#blobs.set(imageId, blob);
    processor.setEffect(effect, blob);
  }

  async #find(imageId: string): Promise<Blob | null> {
    const company = await loadCompanyImage(this.#company, imageId);
    if (company) return company;
    return this.#ask(
      async (store) =>
        (await (store.image
          ? store.image(imageId)
          : store.images().then((images) => images.find(({ id }) => id === imageId)?.blob))) ?? null,
    );
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

  #urlOf(id: string): string {
    const known = this.#urls.get(id);
    const blob = this.#blobs.get(id);
    if (known || !blob) return known ?? '';
    const url = URL.createObjectURL(blob);
    this.#urls.set(id, url);
    return url;
  }
}
