import type { I420Layout } from './i420-layout.js';

/** Writes the small RGBA picture the model looks at: the mean of four samples for each pixel, BT.601 limited range. */
export function modelInput(
  source: Uint8Array,
  { width, height, chromaWidth, u, v }: I420Layout,
  out: Uint8ClampedArray,
  outWidth: number,
  outHeight: number,
): void {
  const scaleX = width / outWidth;
  const scaleY = height / outHeight;
  let o = 0;
  for (let y = 0; y < outHeight; y++) {
    const upper = Math.min(height - 1, Math.trunc((y + 0.25) * scaleY)) * width;
    const lower = Math.min(height - 1, Math.trunc((y + 0.75) * scaleY)) * width;
    const chromaRow = (Math.trunc((y + 0.5) * scaleY) >> 1) * chromaWidth;
    for (let x = 0; x < outWidth; x++, o += 4) {
      const left = Math.trunc((x + 0.25) * scaleX);
      const right = Math.trunc((x + 0.75) * scaleX);
      const chroma = chromaRow + (Math.trunc((x + 0.5) * scaleX) >> 1);
      const sum = source[upper + left]! + source[upper + right]! + source[lower + left]! + source[lower + right]!;
      const luma = 1.164 * (sum / 4 - 16);
      const cb = source[u + chroma]! - 128;
      const cr = source[v + chroma]! - 128;
      out[o] = luma + 1.596 * cr;
      out[o + 1] = luma - 0.392 * cb - 0.813 * cr;
      out[o + 2] = luma + 2.017 * cb;
      out[o + 3] = 255;
    }
  }
}
