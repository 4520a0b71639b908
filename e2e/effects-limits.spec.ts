import { chromiumArgsWithWebGl } from '../scripts/lib/browsers.mjs';
import { expect } from './fixtures.js';
import { test } from './lib/call-from.js';
import { bothHear } from './lib/in-call.js';
import { openCameraSettings, rawAfter, seen, seesStripes, soon, stripedCamera } from './lib/leak.js';
import { longestPause, signals } from './lib/signals.js';
import { writeStripes } from './lib/striped-file.js';

test.beforeEach(async ({}, info) => info.setTimeout(200_000));

test.describe('a policy without WebAssembly', () => {
  test.use({ stackOptions: { wasm: false } });

  test('leaves a call without its effect, and nothing raw is sent until it is asked (F47)', async ({ callFrom }) => {
    const { agent, guest } = await callFrom(stripedCamera);
    const notice = agent.call.locator('cc-effect-notice');
    await expect(notice.getByRole('alert')).toContainText('could not be loaded', soon);
    await bothHear(agent.page, guest.page);
    expect((await seen(guest.page)).raw).toBe(0);
    await notice.getByRole('button', { name: 'Show my camera without it' }).click();
    await seesStripes(guest.page);
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
  const { agent, guest } = await callFrom(
    (page) => page.addInitScript(browserCamera, JSON.stringify({ background: 'blur', strength: 3 })),
    { context },
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
  await seesStripes(guest.page);
});
