/** Why an effect cannot run on this device, or no longer does. */
export type EffectsErrorCode =
  | 'no-webgl2' // the browser gives no WebGL 2, and the engine that needs none is not served
  | 'no-worker' // workers are not allowed here, or ours does not start
  | 'asset' // a file of the model could not be loaded
  | 'unsupported' // the browser cannot hand over single frames
  | 'too-slow' // the device could not keep up with the least of it for long
  | 'model' // the model gave up while it ran
  | 'image'; // the chosen picture is gone or cannot be read

/** An effect could not be started. Nothing is shown or sent in its place: a person decides what to do. */
export class EffectsError extends Error {
  override readonly name = 'EffectsError';
  readonly code: EffectsErrorCode;

  constructor(code: EffectsErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
  }
}

/** The code of anything that was thrown. */
export const effectsErrorCode = (error: unknown, otherwise: EffectsErrorCode = 'model'): EffectsErrorCode =>
  error instanceof EffectsError ? error.code : otherwise;
