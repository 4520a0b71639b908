import { clamp } from '../clamp.js';
import type { Crop } from '../trace/face-framer.js';
import type { I420Layout } from './i420-layout.js';

/** Enlarges a part of an I420 picture to the whole of another of the same size, bilinear. */
export function cropI420(source: Uint8Array, out: Uint8Array, layout: I420Layout, crop: Crop): void {
  const { width, height, chromaWidth, chromaHeight, u, v } = layout;
  cropPlane(source, out, 0, width, height, crop);
  cropPlane(source, out, u, chromaWidth, chromaHeight, crop);
  cropPlane(source, out, v, chromaWidth, chromaHeight, crop);
}

function cropPlane(
  source: Uint8Array,
  out: Uint8Array,
  offset: number,
  width: number,
  height: number,
  crop: Crop,
): void {
  const before = new Int32Array(width);
  const beyond = new Int32Array(width);
  for (let x = 0; x < width; x++) {
    const at = clamp((crop.x + ((x + 0.5) / width) * crop.width) * width - 0.5, 0, width - 1);
    before[x] = Math.min(width - 2, Math.trunc(at));
    beyond[x] = Math.trunc((at - before[x]!) * 256);
  }
  for (let y = 0; y < height; y++) {
    const at = clamp((crop.y + ((y + 0.5) / height) * crop.height) * height - 0.5, 0, height - 1);
    const row = Math.min(height - 2, Math.trunc(at));
    const share = Math.trunc((at - row) * 256);
    const upper = offset + row * width;
    const lower = upper + width;
    const target = offset + y * width;
    for (let x = 0; x < width; x++) {
      const i = before[x]!;
      const g = beyond[x]!;
      const a = source[upper + i]!;
      const b = source[lower + i]!;
      const top = (a << 8) + (source[upper + i + 1]! - a) * g;
      const bottom = (b << 8) + (source[lower + i + 1]! - b) * g;
      out[target + x] = ((top << 8) + (bottom - top) * share) >> 16;
    }
  }
}
