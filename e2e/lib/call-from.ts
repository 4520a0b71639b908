import type { BrowserContext } from '@playwright/test';
import { test as base, type Prepare } from '../fixtures.js';
import { customer, desk } from './desk.js';
import { watchLeaks } from './leak.js';
import { signals } from './signals.js';

/** Tests of what is sent of a camera: an agent answers a video call, and the customer's page looks for stripes. */
export const test = base.extend<{
  /** Begins the call. `camera` gives the agent's page its camera; the agent is Ana in a browser of her own unless said. */
  callFrom(
    camera: Prepare,
    from?: { readonly key?: 'ana' | 'ben'; readonly context?: BrowserContext },
  ): Promise<{ agent: ReturnType<typeof desk>; guest: ReturnType<typeof customer> }>;
}>({
  callFrom: async ({ openAgent, openLink, makeLink }, use) => {
    await use(async (camera, { key = 'ana', context } = {}) => {
      const agent = desk(await openAgent(key, context, signals.agent, camera));
      const guest = customer(await openLink(await makeLink(), undefined, watchLeaks));
      await guest.startVideo.click();
      await agent.rings();
      await agent.answer.click();
      await agent.inCall();
      return { agent, guest };
    });
  },
});
