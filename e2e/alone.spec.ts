import type { JoinView } from '@carillon/contract';
import type { Page } from '@playwright/test';
import { expect, test as base } from './fixtures.js';
import { publicTags } from './lib/alone/public-tags.js';
import { serveAlone } from './lib/alone/serve-alone.js';
import { violations } from './lib/axe.js';
import { instrumentPage, signals } from './lib/signals.js';

interface Alone {
  /** Opens a host's page with one element, and says what went wrong there. */
  open(host: string): Promise<{ page: Page; faults: () => Promise<string[]> }>;
}

/** The heading is the page's own, of which there is nothing while the element shows nothing. */
const without = ['page-has-heading-one'];

const test = base.extend<Alone, { hostUrl: string }>({
  hostUrl: [
    async ({}, use) => {
      const host = await serveAlone();
      await use(host.url);
      await host.stop();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, hostUrl }, use) => {
    await use(async (host) => {
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
      });
      await instrumentPage(page, signals.agent);
      // What is still fading in has another contrast than what stands.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(hostUrl + host);
      return { page, faults: async () => [...faults, ...(await page.evaluate(() => window.ccReports))] };
    });
  },
});

/** Everything that is drawn, in shadow trees too, once it stands. */
const drawn = (page: Page) =>
  page.evaluate(async () => {
    const markup = async (root: Element | ShadowRoot): Promise<string> => {
      let text = root.innerHTML;
      for (const node of root.querySelectorAll('*')) {
        if ('updateComplete' in node) await node.updateComplete;
        if (node.shadowRoot) text += await markup(node.shadowRoot);
      }
      return text;
    };
    return markup(document.body);
  });

/** Goes through every state of the page's desk or link, and looks wherever something else is drawn. */
async function throughEveryState({ page, faults }: Awaited<ReturnType<Alone['open']>>): Promise<void> {
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 30_000 });
  let before = '';
  for (const state of await page.evaluate(() => Object.keys(window.ccStates))) {
    await page.evaluate((name) => window.ccStates[name]?.(), state);
    const now = await drawn(page);
    if (now !== before) expect(await violations(page, { without }), `${state}: axe`).toEqual([]);
    before = now;
  }
  expect(await faults(), 'errors, and reports of the policy').toEqual([]);
}

/** Elements that only another one brings along and shows: alone on a page means with it. */
const broughtBy: Readonly<Record<string, string>> = {
  'cc-wrapup-form': 'cc-wrapup',
  'cc-call-back': 'cc-link-notice',
};
/** Screens that a preview never comes to, as nobody calls, and what is only for a browser inside of another app. */
const ofNoPreview = new Set(['cc-open-elsewhere']);

for (const tag of [...publicTags('call'), ...publicTags('agent-elements')])
  test(`${tag} stands alone on a page with mockAdapter(), from the first ring to the wrap-up`, async ({ open }) => {
    const opened = await open(`agent.html?tag=${broughtBy[tag] ?? tag}`);
    await throughEveryState(opened);
    await expect(opened.page.locator(`${tag}:defined`)).toHaveCount(1);
  });

for (const tag of publicTags('widget').filter((one) => !ofNoPreview.has(one)))
  test(`${tag} stands alone on a page with previewAdapter(), whatever its link is`, async ({ open }) => {
    const opened = await open(`widget.html?tag=${broughtBy[tag] ?? tag}`);
    await throughEveryState(opened);
    await expect(opened.page.locator(`${tag}:defined`)).toHaveCount(1);
  });

test('cc-call-link stands alone on a page that is a script tag and itself', async ({ page, open }) => {
  const [at, hour] = [Date.now(), 3_600_000];
  const view: JoinView = {
    state: 'used',
    kind: 'one-time',
    brand: { name: 'Nordlicht Energie', color: '#0f62c4', welcome: '' },
    queueName: 'Customer support',
    displayName: null,
    opensAt: null,
    expiresAt: at + hour,
    serverNow: at,
  };
  await page.route('**/v1/join/*', (route) => route.fulfill({ json: view }));
  const { faults } = await open('script.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/used/);
  expect(await violations(page)).toEqual([]);
  expect(await faults()).toEqual([]);
});
