/** What a test is to Mocha while it runs. */
interface RunningTest {
  readonly test?: { readonly title: string } | undefined;
  skip(): never;
}

/** Leaves a test out in a browser that cannot do what it is about, and prints what that is. */
export function leftOut(running: RunningTest, why: string): never {
  console.warn(`Left out: ${running.test?.title ?? ''}: ${why}`);
  return running.skip();
}
