/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** About normal, mean 0, deviation 1, from four of them: quick, and near enough for sensor noise. */
export const normalOf = (random: () => number): number =>
  (random() + random() + random() + random() - 2) * Math.sqrt(3);
