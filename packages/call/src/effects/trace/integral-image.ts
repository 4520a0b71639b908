/** Sums over any box of a mask in constant time. One instance is filled again and again. */
export class IntegralImage {
  #width = 0;
  #height = 0;
  #sums = new Float64Array(0);

  fill(mask: Uint8Array, width: number, height: number): void {
    if (width !== this.#width || height !== this.#height) {
      this.#width = width;
      this.#height = height;
      this.#sums = new Float64Array((width + 1) * (height + 1));
    }
    const stride = width + 1;
    for (let y = 0; y < height; y++) {
      let row = 0;
      for (let x = 0; x < width; x++) {
        row += mask[y * width + x]!;
        this.#sums[(y + 1) * stride + x + 1] = this.#sums[y * stride + x + 1]! + row;
      }
    }
  }

  /** Mean of a box, 0…1; -1 for a box that lies outside. */
  mean(left: number, top: number, right: number, bottom: number): number {
    const x0 = Math.max(0, Math.round(left));
    const y0 = Math.max(0, Math.round(top));
    const x1 = Math.min(this.#width, Math.round(right));
    const y1 = Math.min(this.#height, Math.round(bottom));
    if (x1 <= x0 || y1 <= y0) return -1;
    const stride = this.#width + 1;
    const s = this.#sums;
    const sum = s[y1 * stride + x1]! - s[y0 * stride + x1]! - s[y1 * stride + x0]! + s[y0 * stride + x0]!;
    return sum / ((x1 - x0) * (y1 - y0) * 255);
  }
}
