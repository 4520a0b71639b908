/** The process inside a network of its own (own-network.ts): carries out one order and says what came of it. */
import { describePages } from './open-pages.js';
import type { Order, Reply } from './own-network.js';

async function carryOut({ module, name, args }: Order): Promise<Reply> {
  try {
    const found = ((await import(module)) as Record<string, (...args: readonly unknown[]) => Promise<unknown>>)[name];
    if (!found) throw new Error(`${module} has no ${name}`);
    return { result: (await found(...args)) ?? null };
  } catch (error) {
    const failure = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
    return { error: `${failure}\n\n${await describePages()}` };
  }
}

process.once('message', (order: Order) => {
  void carryOut(order).then((reply) => process.send?.(reply));
});
