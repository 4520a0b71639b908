/**
 * What is left of a time, in whole seconds that reach zero only at its end. Never more than the whole: two clocks that
 * differ by a moment do not begin with 31 of 30 seconds.
 */
export function secondsLeft(span: { readonly createdAt: number; readonly expiresAt: number }, now: number): number {
  const left = Math.min(span.expiresAt - now, span.expiresAt - span.createdAt);
  return Math.max(0, Math.ceil(left / 1000));
}
