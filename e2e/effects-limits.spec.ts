import type { BrowserContext, Page } from '@playwright/test';
import { chromiumArgsWithWebGl } from '../scripts/lib/browsers.mjs';
import { expect, goActive, test as base } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { bothHear } from './lib/in-call.js';
import { openCameraSettings, rawAfter, seen, stripedCamera, watchLeaks } from './lib/leak.js';
import { instrumentPage, longestPause, signals } from './lib/signals.js';
import { writeStripes } from './lib/striped-file.js';

const soon = { timeout: 90_000 };

interface Callers {
  /** Begins a call in which the agent's browser is prepared by a test, and the customer looks for the agent's stripes. */
  callFrom(
    context: BrowserContext,
    prepare: (page: Page) => Promise<unknown>,
  ): Promise<{ agent: ReturnType<typeof desk>; guest: ReturnType<typeof customer> }>;
}

const test = base.extend<Callers>({
  callFrom: async ({ stack, newBrowser, makeLink }, use) => {
    await use(async (context, prepare) => {
      const [page, other] = [await context.newPage(), await (await newBrowser()).newPage()];
      await instrumentPage(page, signals.agent);
      await prepare(page);
      await page.goto(`${stack.deskUrl}?agent=ana`);
      await goActive(page);
      await instrumentPage(other, signals.customer);
      await watchLeaks(other);
      await other.goto(await makeLink());
      const [agent, guest] = [desk(page), customer(other)];
      await guest.startVideo.click();
      await agent.rings();
      await agent.answer.click();
      await agent.inCall();
      return { agent, guest };
    });
  },
});

test.beforeEach(async ({}, info) => info.setTimeout(200_000));

test.describe('a policy without WebAssembly', () => {
  test.use({ stackOptions: { wasm: false } });

  test('leaves a call without its effect, and nothing raw is sent until it is asked (F47)', async ({
    newBrowser,
    callFrom,
  }) => {
    const { agent, guest } = await callFrom(await newBrowser(), (page) => stripedCamera(page));
    const notice = agent.call.locator('cc-effect-notice');
    await expect(notice.getByRole('alert')).toContainText('could not be loaded', soon);
    await bothHear(agent.page, guest.page);
    expect((await seen(guest.page)).raw).toBe(0);
    await notice.getByRole('button', { name: 'Show my camera without it' }).click();
    await expect.poll(async () => (await seen(guest.page)).raw, soon).toBeGreaterThan(0);
  });
});

/** Runs in the page before its scripts: an effect that was chosen earlier, over the browser's own camera. */
function browserCamera(effect: string): void {
  if (localStorage.getItem('carillon:background') === null) localStorage.setItem('carillon:background', effect);
  const { mediaDevices } = navigator;
  const [camera, stand] = [MediaDevices.prototype.getUserMedia, mediaDevices.getUserMedia.bind(mediaDevices)];
  mediaDevices.getUserMedia = (wish) => (wish?.video ? camera.call(mediaDevices, wish) : stand(wish));
}

test('an effect goes on in a tab behind another one, and nothing raw is sent from there (F43)', async ({
  ownBrowser,
  callFrom,
}, info) => {
  const film = info.outputPath('camera.y4m');
  await writeStripes(film);
  const { context } = await ownBrowser({
    args: [...chromiumArgsWithWebGl, `--use-file-for-fake-video-capture=${film}`],
  });
  const { agent, guest } = await callFrom(context, (page) =>
    page.addInitScript(browserCamera, JSON.stringify({ background: 'blur', strength: 3 })),
  );
  expect(await rawAfter(guest.page, 5), 'at the front').toBe(0);

  const other = await context.newPage();
  await other.bringToFront();
  await expect.poll(() => agent.page.evaluate(() => document.visibilityState)).toBe('hidden');
  expect(await rawAfter(guest.page, 10), 'behind another tab').toBe(0);
  expect(await longestPause(guest.page, signals.agent, 2_000)).toBeLessThan(1_000);
  await agent.page.bringToFront();
  expect(await rawAfter(guest.page, 5), 'at the front again').toBe(0);

  // The stripes are seen where there is no effect: the test above is not blind.
  const settings = await openCameraSettings(agent.page);
  await settings.locator('label').filter({ hasText: 'None' }).click();
  await expect.poll(async () => (await seen(guest.page)).raw, soon).toBeGreaterThan(0);
});
