/**
 * Files of @litertjs/core@2.5.3 for browsers without WebGL 2, which run the same model on the processor. They may be left
 * out of what is served: effects then cannot run there. Of the package's four builds this one runs everywhere: the one
 * with relaxed SIMD saves 3 % of its time, threads need a page that is isolated from other origins.
 */
export const liteRtNames = Object.freeze({
  /** Its own loader, with an export appended. */
  loader: 'litert/litert-loader-4d7e9d10.js',
  wasm: 'litert/litert-5255c8ad.wasm',
});
