import type { I420Layout } from './i420-layout.js';

export type Matrix = 'bt601' | 'bt709';

/** The matrix of a frame's colours. Browsers take BT.709 where a frame does not say. */
export const matrixOf = ({ colorSpace }: VideoFrame): Matrix =>
  colorSpace.matrix === 'smpte170m' || colorSpace.matrix === 'bt470bg' ? 'bt601' : 'bt709';

/** Limited range, in 1/256. The matrix has to be that of the frame a picture is mixed with, or its colours shift. */
const weights: Readonly<Record<Matrix, { y: Weights; u: Weights; v: Weights }>> = {
  bt709: { y: [47, 157, 16], u: [-26, -87, 113], v: [112, -102, -10] },
  bt601: { y: [66, 129, 25], u: [-38, -74, 112], v: [112, -94, -18] },
};
type Weights = readonly [r: number, g: number, b: number];

/** Converts RGBA pixels to I420. */
export function rgbaToI420(rgba: ArrayLike<number>, out: Uint8Array, layout: I420Layout, matrix: Matrix): void {
  const { width, height, chromaWidth, chromaHeight } = layout;
  const { y, u, v } = weights[matrix];
  for (let k = 0, i = 0; k < width * height; k++, i += 4)
    out[k] = ((y[0] * rgba[i]! + y[1] * rgba[i + 1]! + y[2] * rgba[i + 2]! + 128) >> 8) + 16;
  for (let row = 0; row < chromaHeight; row++)
    for (let column = 0; column < chromaWidth; column++) {
      const i = (row * 2 * width + column * 2) * 4;
      const [r, g, b] = [rgba[i]!, rgba[i + 1]!, rgba[i + 2]!];
      const k = row * chromaWidth + column;
      out[layout.u + k] = ((u[0] * r + u[1] * g + u[2] * b + 128) >> 8) + 128;
      out[layout.v + k] = ((v[0] * r + v[1] * g + v[2] * b + 128) >> 8) + 128;
    }
}
