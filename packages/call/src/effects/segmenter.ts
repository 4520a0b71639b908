/** Size of what the model looks at, and of the mask it gives. */
export const maskWidth = 256;
export const maskHeight = 144;

/** Finds the person in a picture that stands in `inputTexture`. It lives in the WebGL context it was made with. */
export interface Segmenter {
  readonly inputTexture: WebGLTexture;
  /** Runs the model on the input; the mask texture (red, row 0 on top) is valid only inside the callback. */
  run(onMask: (mask: WebGLTexture) => void): void;
  close(): void;
}
