/** Which item a key leads to, or undefined for a key that moves nothing. `rtl` turns the arrows round. */
export function rovingTarget(key: string, at: number, count: number, rtl: boolean): number | undefined {
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = rtl ? 'ArrowRight' : 'ArrowLeft';
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === forward) return (at + 1) % count;
  if (key === backward) return (at - 1 + count) % count;
  return undefined;
}
