import { changesPicture, type Effect } from './effect.js';
import { EffectsError, effectsErrorCode, type EffectsErrorCode } from './effects-error.js';
import { createEngine, type CompositorChoice, type Engine, type EngineOptions } from './engine.js';
import { Governor, type GovernorOptions } from './governor.js';
import { HeadMotion } from './head-motion.js';
import { maskHeight, maskWidth } from './segmenter.js';
import { FaceFramer, wholeFrame, type Crop } from './trace/face-framer.js';
import { HeadTracker } from './trace/head-tracker.js';
import { Veil } from './veil.js';

/** What happens to a pipeline, told as it happens. */
export type PipelineNews =
  | { readonly kind: 'sharp' } // the first picture with a mask, after a start, a pause or a rebuild
  | { readonly kind: 'level'; readonly level: number; readonly overloaded: boolean }
  | { readonly kind: 'failed'; readonly code: EffectsErrorCode };

export interface PipelineOptions {
  /** The folder of the model's files, with a slash at its end. */
  readonly assets: string;
  readonly compositor?: CompositorChoice;
  /** A mask every so many frames; without it the governor decides. */
  readonly maskEvery?: number | undefined;
  readonly news?: (news: PipelineNews) => void;
  /** How patient the governor is. */
  readonly governor?: GovernorOptions;
  readonly now?: () => number;
  readonly createEngine?: (options: EngineOptions) => Promise<Engine>;
}

/** How often a lost engine is rebuilt before the veil stays for good, and the first wait. */
const rebuilds = 5;
const firstWaitMs = 50;
/** After so many good frames a loss counts as the first again. */
const goodAgain = 300;
/** Seconds. A cut in the camera's clock is not a leap of the camera man. */
const longestStep = 0.2;

/**
 * Frames in, frames out, in a worker or on a page. While an effect is on, no frame leaves as it came: until there is a
 * mask, after a lost graphics card and after any failure the whole frame is veiled (fail closed).
 */
export class Pipeline {
  readonly #options: PipelineOptions;
  readonly #now: () => number;
  readonly #veil = new Veil();
  #governor: Governor;
  readonly #tracker = new HeadTracker();
  readonly #motion = new HeadMotion();
  readonly #mask = new Uint8Array(maskWidth * maskHeight);
  #engine: Engine | null = null;
  /** Null until somebody has said what is wanted: no frame passes before. */
  #effect: Effect | null = null;
  #image: ImageBitmap | null = null;
  #framer = new FaceFramer();
  /** Grows when the engine is lost or everything is closed: whatever still loads for an earlier one is put away. */
  #generation = 0;
  #losses = 0;
  /** Frames that were made since the last loss. */
  #good = 0;
  /** An engine is there or on its way. */
  #ordered = false;
  #failed = false;
  #sharp = false;
  /** The next frame is the first after a break: a mask from before would show where the person was, and the room where they are. */
  #fresh = false;
  /** Frames since the mask was made. */
  #age = 0;
  #frames = 0;
  #lastTimestamp: number | null = null;
  #lastMade: number | null = null;
  #crop = wholeFrame;
  #closed = false;

  constructor(options: PipelineOptions) {
    this.#options = options;
    this.#governor = this.#govern();
    this.#now = options.now ?? (() => performance.now());
  }

  /** The part of the last frame that was shown. */
  get crop(): Crop {
    return this.#crop;
  }

  /** Puts another effect to use with the next frame. The picture of `image` comes with it. */
  setEffect(effect: Effect, image: ImageBitmap | null = null): void {
    if (this.#effect?.faceTrace && !effect.faceTrace) this.#framer = new FaceFramer();
    if (!this.#effect || !changesPicture(this.#effect)) this.#fresh = true;
    this.#effect = effect;
    if (this.#image !== image) this.#image?.close();
    this.#image = image;
    this.#engine?.compositor.setImage(image);
    this.#load();
  }

  /** The camera is off: the next one's first mask is told of anew. */
  pause(): void {
    this.#fresh = true;
  }

  /** Tries again after a failure, from the beginning. */
  retry(): void {
    this.#failed = false;
    this.#losses = 0;
    this.#governor = this.#govern();
    this.#load();
  }

  /** The frame that may be seen in place of this one, or null to leave it out. The caller closes both. */
  async run(frame: VideoFrame): Promise<VideoFrame | null> {
    const effect = this.#effect;
    if (!effect) return null;
    if (!changesPicture(effect)) return frame.clone();
    if (this.#fresh) {
      this.#fresh = this.#sharp = false;
      this.#frames = 0;
    }
    if (this.#tooSoon(frame)) return null;
    const [engine, generation] = [this.#engine, this.#generation];
    if (!engine) return this.#veil.cover(frame);
    const started = this.#now();
    try {
      const made = await this.#make(frame, effect, engine);
      if (!made) return await this.#veil.cover(frame);
      this.#told(this.#now() - started);
      return made;
    } catch (error) {
      // Anything may have gone wrong with the model or the graphics card: all is made anew, as after a loss.
      this.#lost(generation, error);
      return this.#veil.cover(frame);
    }
  }

  /** Loses the graphics card as a driver would: for tests. */
  loseContext(): void {
    this.#engine?.lose();
  }

  close(): void {
    this.#closed = true;
    this.#drop();
    this.#image?.close();
    this.#image = null;
  }

  async #make(frame: VideoFrame, effect: Effect, engine: Engine): Promise<VideoFrame | null> {
    const { compositor } = engine;
    const { level } = this.#governor;
    const every = this.#options.maskEvery ?? level.maskEvery;
    const dt = this.#elapsed(frame);
    await compositor.load(frame);
    // Reading a frame takes a moment, in which the engine may have gone.
    if (engine !== this.#engine) return null;
    if (this.#frames++ % every === 0 || !compositor.hasMask) {
      compositor.segment(this.#motion.after(every));
      this.#age = 0;
      if (effect.faceTrace || every > 1) this.#track(compositor.readMask.bind(compositor), every, effect, frame);
    } else this.#age++;
    const crop = effect.faceTrace ? this.#framer.step(dt) : wholeFrame;
    this.#crop = crop;
    const made = compositor.compose(frame, { effect, crop, shift: this.#motion.after(this.#age), scale: level.scale });
    if (engine === this.#engine && !engine.lost) return made;
    made.close();
    return null;
  }

  #track(read: (mask: Uint8Array) => void, every: number, effect: Effect, frame: VideoFrame): void {
    read(this.#mask);
    const head = this.#tracker.find(this.#mask, maskWidth, maskHeight);
    this.#motion.measure(head, every);
    if (effect.faceTrace) this.#framer.measure(head, frame.timestamp / 1e6);
  }

  #elapsed({ timestamp }: VideoFrame): number {
    const last = this.#lastTimestamp;
    this.#lastTimestamp = timestamp;
    if (last === null) return 1 / 30;
    const seconds = (timestamp - last) / 1e6;
    // Another camera, or the same after a break: the mask is of another picture.
    if (seconds < 0 || seconds > longestStep) this.#frames = 0;
    return Math.min(longestStep, Math.max(0.001, seconds));
  }

  /** A level may make fewer frames than the camera. */
  #tooSoon({ timestamp }: VideoFrame): boolean {
    const { fps } = this.#governor.level;
    const last = this.#lastMade;
    // 30 is as many as come; and a clock that went back starts again.
    if (fps < 30 && last !== null && timestamp > last && timestamp - last < 0.9e6 / fps) return true;
    this.#lastMade = timestamp;
    return false;
  }

  #told(ms: number): void {
    if (++this.#good > goodAgain) this.#losses = 0;
    if (!this.#sharp) {
      this.#sharp = true;
      this.#options.news?.({ kind: 'sharp' });
    }
    if (this.#options.maskEvery !== undefined) return;
    const wasOverloaded = this.#governor.overloaded;
    const changed = this.#governor.tick(ms);
    const { index: level, overloaded } = this.#governor;
    if (changed || overloaded !== wasOverloaded) this.#options.news?.({ kind: 'level', level, overloaded });
    // Off, with a notice: the veil costs a tenth of the least effect, and shows as little of the room (E-28, E-29).
    if (this.#governor.gaveUp) this.#fail(new EffectsError('too-slow'));
  }

  #govern(): Governor {
    return new Governor(this.#options.governor);
  }

  /** Loads an engine, once, behind the veil. */
  #load(): void {
    if (!this.#effect || !changesPicture(this.#effect)) return;
    if (this.#ordered || this.#failed || this.#closed) return;
    this.#ordered = true;
    const generation = this.#generation;
    this.#build(generation).catch((error: unknown) => {
      if (generation === this.#generation) this.#fail(error);
    });
  }

  async #build(generation: number): Promise<void> {
    const { assets, compositor = 'auto', createEngine: create = createEngine } = this.#options;
    const engine = await create({ assets, compositor, lost: () => this.#lost(generation) });
    if (generation !== this.#generation) return engine.close();
    this.#engine = engine;
    // On the processor the model is most of the cost, and between two masks the person is followed (effects.md §0.7).
    this.#governor.keepFrom(engine.cpu ? 1 : 0);
    engine.compositor.setImage(this.#image);
  }

  /** The model cannot adopt a restored context: canvas, context and model are made anew, a few times. */
  #lost(generation: number, cause: unknown = null): void {
    if (generation !== this.#generation) return;
    this.#drop();
    if (++this.#losses > rebuilds) return this.#fail(cause);
    setTimeout(() => this.#load(), firstWaitMs * 2 ** (this.#losses - 1));
  }

  #drop(): void {
    this.#generation++;
    this.#ordered = false;
    this.#sharp = false;
    this.#good = 0;
    this.#motion.reset();
    const engine = this.#engine;
    this.#engine = null;
    try {
      engine?.close();
    } catch {
      // A model that has given up, or whose context is gone, may fail to let go of what it has.
    }
  }

  #fail(error: unknown): void {
    this.#drop();
    this.#failed = true;
    this.#options.news?.({ kind: 'failed', code: effectsErrorCode(error) });
  }
}
