/** Pixels of a frame, as RGBA in its display size. */
export async function pixelsOf(frame: VideoFrame): Promise<Uint8ClampedArray> {
  const { displayWidth: width, displayHeight: height } = frame;
  const c = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false });
  if (!c) throw new Error('no 2d context');
  c.drawImage(frame, 0, 0, width, height);
  return c.getImageData(0, 0, width, height).data;
}

/** Energy of fine detail in the green channel where `alpha` says there is nobody near: what blur takes away. */
export function detail(rgba: ArrayLike<number>, alpha: Uint8Array, width: number, height: number): number {
  let sum = 0;
  let count = 0;
  for (let y = 2; y < height - 2; y += 2)
    for (let x = 12; x < width - 12; x += 2) {
      const i = y * width + x;
      if (alpha[i]! > 0 || alpha[i - 12]! > 0 || alpha[i + 12]! > 0) continue;
      const g = (at: number) => rgba[at * 4 + 1]!;
      const d = 4 * g(i) - g(i - 1) - g(i + 1) - g(i - width) - g(i + width);
      sum += d * d;
      count++;
    }
  return count === 0 ? 0 : sum / count;
}

/** Mean absolute difference of red and green in the inside of the person, where nothing may have changed. */
export function change(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  where: (i: number) => boolean,
  size: number,
): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < size; i++) {
    if (!where(i)) continue;
    sum += Math.abs(a[i * 4]! - b[i * 4]!) + Math.abs(a[i * 4 + 1]! - b[i * 4 + 1]!);
    count++;
  }
  return count === 0 ? NaN : sum / count;
}

/** Intersection over union of two masks, at one half. */
export function overlap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < a.length; i++) {
    const [inA, inB] = [a[i]! > 127, b[i]! > 127];
    if (inA && inB) both++;
    if (inA || inB) either++;
  }
  return either === 0 ? 1 : both / either;
}

export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? NaN;
