/** A promise, and the ways to settle it. */
export interface Pending<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

/** An answer that comes when the test says so. */
export function pending<T>(): Pending<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((...ways) => ([resolve, reject] = ways));
  return { promise, resolve, reject };
}
