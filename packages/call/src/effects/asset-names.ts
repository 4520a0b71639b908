/**
 * Files of @mediapipe/selfie_segmentation@0.1.1675465747, under names that hold the hash of their content: served once,
 * kept for ever. The build copies them and fails when a hash is another one.
 */
export const assetNames = Object.freeze({
  /** The package's own loader, with an export appended so that a module worker can import it. */
  loader: 'selfie-loader-d66c31b3.js',
  wasm: 'selfie-d93e7367.wasm',
  model: 'selfie-landscape-4aafe622.tflite',
  graph: 'selfie-0007be42.binarypb',
});
