import { CanvasRoute } from './canvas-route.js';
import { noEffect, type Effect } from './effect.js';
import { EffectsError } from './effects-error.js';
import type { CompositorChoice } from './engine.js';
import type { FrameRoute } from './frame-route.js';
import { pageStreams, type PageStreams } from './frame-streams.js';
import type { PipelineNews } from './pipeline.js';
import { startWorker } from './start-worker.js';
import { StreamRoute } from './stream-route.js';
import type { FromWorker, ToWorker } from './worker-messages.js';
import { WorkerRoute } from './worker-route.js';
import { defaultAssets, workerUrl } from './worker-url.js';

export interface EffectsProcessorOptions {
  /** The folder of the model's files. Default: beside the worker. */
  readonly assets?: string | undefined;
  readonly compositor?: CompositorChoice;
  readonly news?: (news: PipelineNews) => void;
  /** The track has been replaced, as the worker behind the old one is gone. */
  readonly replaced?: (track: MediaStreamTrack) => void;
  readonly startWorker?: () => Worker;
  /** Null: frames by the worker's own streams, as in Safari, or by way of a canvas, as in Firefox. */
  readonly streams?: PageStreams | null;
  /** A worker that has said nothing for this long is taken for dead. */
  readonly silenceMs?: number;
}

/** How often a dead worker is replaced before it is left at that. */
const restarts = 3;
const lookMs = 1_000;
/** Compiling the model or its shaders may keep a worker busy for long on a slow machine: that is no death. */
const silentMs = 20_000;
const startMs = 10_000;

/**
 * Background effects for one camera, for as long as it lasts: effects switch inside, so that the track which is sent
 * stays the same. It has the form of livekit-client's `TrackProcessor`, but works without LiveKit too. A new worker is
 * started when one dies; nothing raw is shown meanwhile, as only the worker makes frames.
 */
export class EffectsProcessor {
  readonly name = 'cc-effects';
  readonly #options: EffectsProcessorOptions;
  #worker: Worker | null = null;
  #route: FrameRoute | null = null;
  #camera: MediaStreamTrack | null = null;
  #effect: Effect = noEffect;
  #image: Blob | null = null;
  #heardAt = 0;
  #lookedAt = 0;
  #look: ReturnType<typeof setInterval> | undefined;
  #deaths = 0;
  /** A worker that is being started: whoever wants one meanwhile waits for the same. */
  #booting: Promise<void> | null = null;
  #rejectStart: ((error: EffectsError) => void) | null = null;

  constructor(options: EffectsProcessorOptions = {}) {
    this.#options = options;
  }

  /** What may be shown and sent. */
  get processedTrack(): MediaStreamTrack | undefined {
    return this.#route?.track ?? undefined;
  }

  /** Takes a camera in. Quick: the model loads behind the veil. @throws {EffectsError} */
  async init({ track }: { readonly track: MediaStreamTrack }): Promise<void> {
    this.#camera = track;
    if (!this.#route) {
      const booting = (this.#booting ??= this.#boot());
      await booting.finally(() => {
        if (this.#booting === booting) this.#booting = null;
      });
    }
    // Another camera, or none, may have been wanted since.
    if (track === this.#camera) await this.#start(track);
  }

  /** Goes on with another camera, or the same one again; the track that is sent stays. */
  async restart({ track }: { readonly track: MediaStreamTrack }): Promise<void> {
    if (this.processedTrack?.readyState === 'ended') await this.destroy();
    await this.init({ track });
  }

  /** Another effect, from the next frame on. The background is blurred until the picture of `image` is decoded. */
  setEffect(effect: Effect, image: Blob | null = null): void {
    this.#effect = effect;
    this.#image = image;
    this.#sendEffect();
  }

  /** Loads the model again after a failure. */
  retry(): void {
    this.#deaths = 0;
    this.#post({ kind: 'retry' });
  }

  /** The camera is off: worker, model and track are kept for the next time. */
  pause(): void {
    this.#camera = null;
    this.#route?.pause();
  }

  async destroy(): Promise<void> {
    this.#camera = null;
    this.#drop();
  }

  /** For tests: loses the graphics card, or lets the worker throw or fall silent. */
  breakOnPurpose(how: 'context' | 'crash'): void {
    this.#post({ kind: 'break', how });
  }

  async #start(camera: MediaStreamTrack): Promise<void> {
    const route = this.#route;
    try {
      await route?.start(camera);
    } catch (error) {
      // The worker's own streams failed with their first camera: frames can still go by way of the page.
      if (!(route instanceof WorkerRoute) || route.track || route !== this.#route) throw error;
      route.close();
      this.#route = new CanvasRoute(this.#post.bind(this));
      await this.#route.start(camera);
    }
  }

  async #boot(): Promise<void> {
    const { streams = pageStreams(), assets = defaultAssets(), compositor = 'auto' } = this.#options;
    const worker = (this.#options.startWorker ?? (() => startWorker(workerUrl())))();
    this.#worker = worker;
    const post = this.#post.bind(this);
    const ready = this.#answer(worker);
    const giveUp = this.#rejectStart;
    this.#post({ kind: 'init', assets: new URL(assets, location.href).href, compositor });
    try {
      const own = (await ready).streams;
      this.#route = streams ? new StreamRoute(streams, post) : own ? new WorkerRoute(post) : new CanvasRoute(post);
    } catch (error) {
      // It may have been put away meanwhile, and another one be starting.
      if (worker === this.#worker) this.#drop();
      throw error;
    } finally {
      if (this.#rejectStart === giveUp) this.#rejectStart = null;
    }
    this.#sendEffect();
    this.#look = setInterval(() => this.#lookAfter(worker), lookMs);
  }

  /** Hears what a new worker says; until it is ready, its death or its silence is a failed start. */
  #answer(worker: Worker): Promise<{ readonly streams: boolean }> {
    let late: ReturnType<typeof setTimeout> | undefined;
    const ready = new Promise<{ readonly streams: boolean }>((resolve, reject) => {
      this.#rejectStart = reject;
      late = setTimeout(() => reject(new EffectsError('no-worker', 'it does not answer')), startMs);
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        // One that was put away may not know of the newest effect: what it still makes is not shown.
        if (worker !== this.#worker) return data.kind === 'frame' ? data.frame.close() : undefined;
        if (data.kind === 'ready') resolve(data);
        this.#receive(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new EffectsError('no-worker', event.message));
        this.#died(worker);
      };
    });
    return ready.finally(() => clearTimeout(late));
  }

  #sendEffect(): void {
    this.#post({ kind: 'effect', effect: this.#effect, image: this.#image });
  }

  #receive(message: FromWorker): void {
    this.#heardAt = performance.now();
    if (message.kind === 'news') {
      if (message.news.kind === 'sharp') this.#deaths = 0;
      this.#options.news?.(message.news);
    } else if (message.kind === 'error') this.#options.news?.({ kind: 'failed', code: message.code });
    else this.#route?.receive(message);
  }

  #lookAfter(worker: Worker): void {
    const now = performance.now();
    // The page itself was asleep: what the worker has said meanwhile is still to be heard.
    if (now - this.#lookedAt > 3 * lookMs) this.#heardAt = now;
    this.#lookedAt = now;
    if (now - this.#heardAt > (this.#options.silenceMs ?? silentMs)) this.#died(worker);
  }

  #died(worker: Worker): void {
    if (worker !== this.#worker || this.#rejectStart) return;
    const camera = this.#camera;
    this.#drop();
    if (++this.#deaths > restarts) return this.#options.news?.({ kind: 'failed', code: 'no-worker' });
    // With the camera off there is nothing to go on with: the next one starts a worker.
    if (!camera) return;
    this.init({ track: camera }).then(
      () => {
        const track = this.processedTrack;
        if (track) this.#options.replaced?.(track);
      },
      () => {
        // Nobody waits for it any longer when the camera is off, or all of it was put away.
        if (camera === this.#camera) this.#options.news?.({ kind: 'failed', code: 'no-worker' });
      },
    );
  }

  #drop(): void {
    clearInterval(this.#look);
    this.#rejectStart?.(new EffectsError('no-worker', 'put away'));
    this.#rejectStart = this.#booting = null;
    this.#route?.close();
    this.#route = null;
    this.#post({ kind: 'close' });
    const worker = this.#worker;
    this.#worker = null;
    // It has a moment to give the graphics memory back by itself.
    if (worker) setTimeout(() => worker.terminate(), 500);
  }

  #post(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(message, transfer);
  }
}
