/** Size of what the model looks at, and of the mask it gives. */
export const maskWidth = 256;
export const maskHeight = 144;

/** Finds the person in a picture in memory. */
export interface PixelSegmenter {
  /**
   * Takes RGBA pixels of 256 × 144 and writes the mask: how much of each is a person, 0…255, row 0 on top.
   * @throws {EffectsError} `model`, or whatever the wasm gives up with
   */
  run(rgba: Uint8ClampedArray, mask: Uint8Array): void;
}

/** Finds the person in a picture that stands in `inputTexture`. It lives in the WebGL context it was made with. */
export interface TextureSegmenter {
  readonly inputTexture: WebGLTexture;
  /**
   * Runs the model on the input; the mask texture (red, row 0 on top) is valid only inside the callback.
   * @throws {EffectsError} `model`, or whatever the wasm gives up with
   */
  run(onMask: (mask: WebGLTexture) => void): void;
  close(): void;
}
