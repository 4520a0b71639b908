import { clamp } from '../clamp.js';

/** How `length` pixels lie between `samples` coarser ones: the sample before each, and how far beyond it in 1/255. */
export interface SampleGrid {
  readonly before: Int16Array;
  readonly beyond: Uint8Array;
}

export function sampleGrid(length: number, samples: number): SampleGrid {
  const before = new Int16Array(length);
  const beyond = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const at = clamp(((i + 0.5) * samples) / length - 0.5, 0, samples - 1);
    before[i] = Math.min(samples - 2, Math.trunc(at));
    beyond[i] = Math.round((at - before[i]!) * 255);
  }
  return { before, beyond };
}

/** Where the cell before each mask sample begins, in pixels: cell k lies between samples k-1 and k. */
export function cellBounds(length: number, samples: number): Int32Array {
  const bounds = new Int32Array(samples + 2);
  for (let k = 0; k < bounds.length; k++) bounds[k] = clamp(Math.ceil(((k - 0.5) * length) / samples - 0.5), 0, length);
  return bounds;
}
