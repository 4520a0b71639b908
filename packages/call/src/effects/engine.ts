import type { Compositor } from './compositor.js';
import { EffectsError } from './effects-error.js';
import { createGlEngine } from './gl-engine.js';

export type CompositorChoice = 'auto' | 'i420' | 'webgl';

export interface EngineOptions {
  /** The folder of the model's files, with a slash at its end. */
  readonly assets: string;
  readonly compositor: CompositorChoice;
  /** The graphics card was lost: the engine, loaded or not, is of no use any more. */
  readonly lost: () => void;
}

/** A model and the compositor that goes with it. It is used until something breaks, then made anew. */
export interface Engine {
  readonly compositor: Compositor;
  /** Whether the model runs on the processor. */
  readonly cpu: boolean;
  /** Whether what the compositor made just now cannot be trusted. */
  readonly lost: boolean;
  /** Loses the graphics card as a driver would, where it has one: for tests. */
  lose(): void;
  /** Gives the memory back at once. */
  close(): void;
}

/**
 * The engine for this browser: MediaPipe in WebGL 2, or LiteRT where there is none, which is loaded only then and may be
 * left out of what is served (design §8). @throws {EffectsError} `no-webgl2` without both, `asset` or `model`
 */
export const createEngine = async (options: EngineOptions): Promise<Engine> =>
  (await createGlEngine(options)) ?? (await importLiteRt()).createLiteRtEngine(options.assets);

const importLiteRt = () =>
  import('./litert-engine.js').catch(() => {
    throw new EffectsError('no-webgl2', 'and no LiteRT');
  });
