import type { CameraProcessor, CameraProcessorSource } from './camera-processor.js';

/** From the camera to the track that may be seen: itself, or what a processor makes of it. */
export class CameraChain {
  readonly #source: CameraProcessorSource;
  readonly #changed: () => void;
  #processor: CameraProcessor | null = null;
  #leave = (): void => undefined;
  /** The processor has this camera: it stays in between until the camera is off, so that effects switch inside it. */
  #taken = false;
  /** Grows when the camera is off: one that was on its way to the processor does not get there any more. */
  #turn = 0;

  /** `changed` is called when an open camera has to be taken again. */
  constructor(source: CameraProcessorSource, changed: () => void) {
    this.#source = source;
    this.#changed = changed;
  }

  get processor(): CameraProcessor | null {
    return this.#processor;
  }

  /** There is no processor, and none to load: cameras are shown as they are. */
  get idle(): boolean {
    return !this.#processor && this.#source() === null;
  }

  use(processor: CameraProcessor): void {
    if (processor === this.#processor) return;
    this.release();
    this.#leave();
    this.#processor = processor;
    this.#leave = processor.subscribeCamera(this.#changed);
    this.#changed();
  }

  /** The track to show for this camera. Rejects when a processor is wanted and cannot work: then there is none. */
  async take(camera: MediaStreamTrack): Promise<MediaStreamTrack> {
    const turn = this.#turn;
    await this.#load();
    const processor = this.#processor;
    if (!processor || !(this.#taken || (await processor.active()))) return camera;
    if (turn !== this.#turn) throw new Error();
    this.#taken = true;
    try {
      return await processor.process(camera);
    } catch (error) {
      this.#taken = false;
      throw error;
    }
  }

  /** The camera is off. */
  release(): void {
    if (this.#taken) this.#processor?.pause();
    this.#taken = false;
    this.#turn++;
  }

  dispose(): void {
    this.#leave();
  }

  async #load(): Promise<void> {
    if (this.#processor) return;
    const loaded = await this.#source();
    if (!loaded || this.#processor) return;
    this.#processor = loaded;
    this.#leave = loaded.subscribeCamera(this.#changed);
  }
}
