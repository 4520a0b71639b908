/** Takes WebGL 2 from this page or worker, as on a machine whose browser may not draw. Returns how to give it back. */
export function takeWebGlAway(): () => void {
  const { prototype } = OffscreenCanvas;
  const own = Object.getOwnPropertyDescriptor(prototype, 'getContext')!;
  const get = own.value as (this: OffscreenCanvas, kind: string, ...options: unknown[]) => unknown;
  Object.defineProperty(prototype, 'getContext', {
    ...own,
    value(this: OffscreenCanvas, kind: string, ...options: unknown[]) {
      return kind === 'webgl2' ? null : get.call(this, kind, ...options);
    },
  });
  return () => Object.defineProperty(prototype, 'getContext', own);
}
