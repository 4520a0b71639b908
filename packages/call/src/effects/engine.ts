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
  /** Whether what the compositor made just now cannot be trusted. */
  readonly lost: boolean;
  /** Loses the graphics card as a driver would, where it has one: for tests. */
  lose(): void;
  /** Gives the memory back at once. */
  close(): void;
}

/** The engine for this browser: MediaPipe in WebGL 2. @throws {EffectsError} `no-webgl2`, `asset` or `model` */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const engine = await createGlEngine(options);
  if (!engine) throw new EffectsError('no-webgl2');
  return engine;
}
