import { makePicture } from '../../media/testing/make-tracks.js';
import { CameraEffects } from '../camera-effects.js';
import type { Effect } from '../effect.js';
import type { EffectsError } from '../effects-error.js';
import type { EffectsProcessor, EffectsProcessorOptions } from '../effects-processor.js';
import { MemoryBackgroundStore } from './memory-background-store.js';

/** A processor that writes down what it is told; `options` are the ways back from it. */
class FakeProcessor {
  readonly log: string[] = [];
  processedTrack: MediaStreamTrack | undefined;
  effect: Effect | null = null;
  image: Blob | null = null;
  fails: EffectsError | null = null;
  /** Starts, but has nothing to show. */
  empty = false;
  readonly options: EffectsProcessorOptions;
  constructor(options: EffectsProcessorOptions) {
    this.options = options;
  }
  setEffect(effect: Effect, image: Blob | null) {
    this.log.push(effect.background);
    [this.effect, this.image] = [effect, image];
  }
  async init() {
    this.log.push('init');
    if (this.fails) throw this.fails;
    if (!this.empty) this.processedTrack = makePicture();
  }
  async restart() {
    this.log.push('restart');
    if (this.processedTrack?.readyState !== 'live') this.processedTrack = makePicture();
  }
  pause = () => this.log.push('pause');
  retry = () => this.log.push('retry');
  destroy = async () => void this.log.push('destroy');
}

/** A camera's effects with a processor that can be looked into, a store in memory, and one picture of the company's. */
export function effectsWorld(
  kept: unknown = null,
  { fails = null as EffectsError | null, empty = false, url = '/nowhere/office.jpg' } = {},
) {
  const store = new MemoryBackgroundStore(kept);
  const made: FakeProcessor[] = [];
  const effects = new CameraEffects({
    store,
    images: [{ id: 'office', name: 'Office', url }],
    createProcessor: (options) => {
      const processor = Object.assign(new FakeProcessor(options), { fails, empty });
      made.push(processor);
      return processor as unknown as EffectsProcessor;
    },
  });
  let told = 0;
  const leave = effects.subscribeCamera(() => told++);
  return { store, effects, made, leave, told: () => told, now: () => made.at(-1)! };
}
