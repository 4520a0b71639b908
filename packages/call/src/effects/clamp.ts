/** The value, or the end of the range that it lies beyond. */
export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;
