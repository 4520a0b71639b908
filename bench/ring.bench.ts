import type { Page } from '@playwright/test';
import { apiAgent } from '../e2e/lib/api.js';
import { customer, desk } from '../e2e/lib/desk.js';
import { signals } from '../e2e/lib/signals.js';
import { startStack } from '../e2e/lib/stack.js';
import { launch, party } from './lib/browser.js';
import { report, spread } from './lib/figures.js';

const rounds = Number(process.env['ROUNDS'] ?? 20);
const stack = await startStack();
const browser = await launch();
const agent = desk(await party(browser, signals.agent, `${stack.deskUrl}?agent=ana`));
await agent.status.getByRole('radio', { name: 'Active' }).check();
const maker = await apiAgent(stack.server.url, 'ben');
const watcher = await apiAgent(stack.server.url, 'ana');

/** Wall-clock time at which the card with its Answer button is first on the agent's screen. */
const ringShownAt = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const find = (root: Document | ShadowRoot): Element | null => {
          const found = root.querySelector('cc-incoming-call');
          if (found) return found;
          for (const { shadowRoot } of root.querySelectorAll('*')) {
            const inside = shadowRoot && find(shadowRoot);
            if (inside) return inside;
          }
          return null;
        };
        const card = find(document);
        const look = () => {
          // The card may still tell of the call before; it rings when it can be answered.
          const buttons = [...(card?.shadowRoot?.querySelectorAll('button') ?? [])];
          if (buttons.some((button) => /Answer/.test(button.textContent ?? '') && button.checkVisibility()))
            resolve(performance.timeOrigin + performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

const afterCommit: number[] = [];
const afterClick: number[] = [];
const toReply: number[] = [];
for (let round = 0; round <= rounds; round++) {
  const { url } = await maker.link({ displayName: 'Bench', configuration: 'default' });
  const guest = customer(await party(browser, signals.customer, url));
  // A person points before they click, and the page loads what a call needs then.
  await guest.startAudio.hover();
  await guest.page.waitForFunction(() =>
    performance.getEntriesByType('resource').some((entry) => /livekit/.test(entry.name)),
  );
  await guest.page.waitForLoadState('networkidle');
  const shown = ringShownAt(agent.page);
  const reply = guest.page.waitForResponse(
    (response) => response.request().method() === 'POST' && /\/v1\/join\/[^/]+$/.test(response.url()),
  );
  const clicked = await guest.startAudio.evaluate((button: HTMLElement) => {
    const at = performance.timeOrigin + performance.now();
    button.click();
    return at;
  });
  await reply;
  const replied = Date.now();
  const at = await shown;
  const { offer } = await watcher.state();
  if (!offer) throw new Error('the call does not ring');
  if (round > 0) {
    afterCommit.push(at - offer.createdAt);
    afterClick.push(at - clicked);
    toReply.push(replied - clicked);
  }
  // Left in so many words, so that the call does not ring again in a later round.
  await guest.leave.click();
  await guest.page
    .getByRole('button', { name: /^(Leave|Yes)/ })
    .last()
    .click();
  await guest.page.context().close();
  await agent.silent();
}
await browser.close();
await stack.stop();
const ring = spread(afterCommit);
const met = await report(
  'ring',
  [{ name: 'ring at the agent after the commit, p95 in ms', value: ring.p95, atMost: 100 }],
  {
    unit: 'ms',
    afterCommit: ring,
    afterClick: spread(afterClick),
    clickToReply: spread(toReply),
    ratioRingToReply: spread(afterClick).median / spread(toReply).median,
  },
);
process.exitCode = met ? 0 : 1;
