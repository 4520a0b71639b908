import type { Browser } from '@playwright/test';
import type { Side } from '../../e2e/faults/comes-back.js';
import { apiAgent } from '../../e2e/lib/api.js';
import { customer, desk } from '../../e2e/lib/desk.js';
import { hearsAt, signals } from '../../e2e/lib/signals.js';
import { startStack, type Stack } from '../../e2e/lib/stack.js';
import { launch, party } from './browser.js';

/** A call on real parts, for a proof that does something to it again and again. */
export interface ProofCall {
  readonly stack: Stack;
  readonly agent: Side & { readonly desk: ReturnType<typeof desk> };
  readonly customer: Side & { readonly link: ReturnType<typeof customer> };
  close(): Promise<void>;
}

/** Ana has answered, and both hear each other. */
export async function startProofCall(): Promise<ProofCall> {
  const stack = await startStack();
  const browser: Browser = await launch();
  const agent = desk(await party(browser, signals.agent, `${stack.deskUrl}?agent=ana`));
  await agent.status.getByRole('radio', { name: 'Active' }).check();
  const maker = await apiAgent(stack.server.url, 'ben');
  const { url } = await maker.link({ displayName: 'Marija Horvat', configuration: 'default' });
  const link = customer(await party(browser, signals.customer, url));
  await link.startAudio.click();
  await agent.rings();
  await agent.answer.click();
  await Promise.all([hearsAt(link.page, signals.agent), hearsAt(agent.page, signals.customer)]);
  return {
    stack,
    agent: { page: agent.page, signal: signals.agent, desk: agent },
    customer: { page: link.page, signal: signals.customer, link },
    async close() {
      await browser.close();
      await stack.stop();
    },
  };
}
