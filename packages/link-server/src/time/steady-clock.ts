/**
 * A clock that never goes back: what has expired stays expired when the machine's clock is corrected (T10). While that
 * clock is behind, this one runs at half its speed, so that nothing stands still either.
 */
export function steadyClock(
  wall: () => number = () => Date.now(),
  elapsed: () => number = () => performance.now(),
): () => number {
  let now = wall();
  let mark = elapsed();
  return () => {
    const ran = elapsed() - mark;
    mark += ran;
    now = Math.max(wall(), now + ran / 2);
    return Math.floor(now);
  };
}
