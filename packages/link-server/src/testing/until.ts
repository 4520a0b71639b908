/** How many turns of the event loop are waited for at most: thousands of real reads fit in. */
const mostTurns = 20_000;

/** Waits, turn by turn of the event loop, until something is the case. For what gives no sign when it happens. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) {
    if (await isSo()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('It did not happen.');
}
