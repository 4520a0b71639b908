import type { Effect } from './effect.js';
import { effectsErrorCode } from './effects-error.js';
import type { CompositorChoice } from './engine.js';
import { FrameLoop } from './frame-loop.js';
import { workerStreams } from './frame-streams.js';
import { Pipeline } from './pipeline.js';
import { WorkerCamera } from './worker-camera.js';
import type { FromWorker, ToWorker } from './worker-messages.js';

/** How often the worker says that it lives. */
const aliveMs = 1_000;

/** What the worker does with its messages; `post` is the way back to the page. */
export class EffectsWorker {
  readonly #post: (message: FromWorker, transfer?: Transferable[]) => void;
  #pipeline: Pipeline | null = null;
  #loop: FrameLoop | null = null;
  #camera: WorkerCamera | null = null;
  #alive: ReturnType<typeof setInterval> | undefined;
  #ticks: ReturnType<typeof setInterval> | undefined;
  #busy = false;
  /** Grows with every effect: a picture that is decoded too late is put away. */
  #turn = 0;

  constructor(post: (message: FromWorker, transfer?: Transferable[]) => void) {
    this.#post = post;
  }

  receive(message: ToWorker): void {
    try {
      this.#take(message);
    } catch (error) {
      this.#post({ kind: 'error', code: effectsErrorCode(error) });
    }
  }

  #take(message: ToWorker): void {
    if (message.kind === 'init') return this.#init(message.assets, message.compositor);
    const [pipeline, loop] = [this.#pipeline, this.#loop];
    if (!pipeline || !loop) return;
    switch (message.kind) {
      case 'effect':
        return void this.#effect(pipeline, message.effect, message.image);
      case 'stream':
        return void loop.start(message.readable, message.writable);
      case 'camera':
        return this.#open(loop, message.track);
      case 'frame':
        return void this.#one(pipeline, message.frame);
      case 'ticks':
        return this.#tick(message.everyMs);
      case 'pause':
        loop.pause();
        pipeline.pause();
        this.#camera?.release();
        return this.#tick(0);
      case 'retry':
        return pipeline.retry();
      case 'break':
        if (message.how === 'context') return pipeline.loseContext();
        return void setTimeout(() => {
          throw new Error('broken on purpose');
        });
      case 'close':
        return this.#close(pipeline, loop);
    }
  }

  #init(assets: string, compositor: CompositorChoice): void {
    const pipeline = new Pipeline({ assets, compositor, news: (news) => this.#post({ kind: 'news', news }) });
    this.#pipeline = pipeline;
    this.#loop = new FrameLoop((frame) => pipeline.run(frame));
    this.#alive = setInterval(() => this.#post({ kind: 'alive' }), aliveMs);
    const streams = workerStreams();
    this.#camera = streams && new WorkerCamera(streams);
    this.#post({ kind: 'ready', streams: streams !== null });
  }

  #open(loop: FrameLoop, camera: MediaStreamTrack): void {
    try {
      const { readable, made } = this.#camera!.take(camera);
      if (made) this.#post({ kind: 'track', track: made.track }, [made.track]);
      void loop.start(readable, made?.writable);
    } catch {
      camera.stop();
      this.#post({ kind: 'no-track' });
    }
  }

  /** The effect holds at once; its picture follows when it is decoded, and until then the background is blurred. */
  async #effect(pipeline: Pipeline, effect: Effect, image: Blob | null): Promise<void> {
    const turn = ++this.#turn;
    pipeline.setEffect(effect);
    if (!image) return;
    const bitmap = await createImageBitmap(image).catch(() => null);
    if (turn !== this.#turn) return bitmap?.close();
    if (bitmap) pipeline.setEffect(effect, bitmap);
    else this.#post({ kind: 'error', code: 'image' });
  }

  /** Frames that come one by one are left out while one is being made: none may wait. */
  async #one(pipeline: Pipeline, frame: VideoFrame): Promise<void> {
    if (this.#busy) return frame.close();
    this.#busy = true;
    const made = await pipeline
      .run(frame)
      .catch(() => null)
      .finally(() => {
        frame.close();
        this.#busy = false;
      });
    if (made) this.#post({ kind: 'frame', frame: made }, [made]);
  }

  #tick(everyMs: number): void {
    clearInterval(this.#ticks);
    if (everyMs > 0) this.#ticks = setInterval(() => this.#busy || this.#post({ kind: 'tick' }), everyMs);
  }

  #close(pipeline: Pipeline, loop: FrameLoop): void {
    clearInterval(this.#alive);
    this.#tick(0);
    this.#camera?.release();
    void loop.close();
    pipeline.close();
    this.#pipeline = null;
    this.#loop = null;
  }
}
