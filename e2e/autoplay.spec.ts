import { chromiumArgs } from '../scripts/lib/browsers.mjs';
import { expect, test } from './fixtures.js';
import { violations } from './lib/axe.js';
import { customer, desk } from './lib/desk.js';
import { giveDevices } from './lib/fake-devices.js';

declare global {
  interface Window {
    /** Sounds that play and can be heard: those of the call, as nothing else plays by an element. */
    ccPlaying(): number;
  }
}

const refusal = 'the browser has refused to play';

/** Runs in the page before its scripts, and keeps the elements that play sound, which are in no document. */
function watchSound(said: string): void {
  const sounds: HTMLAudioElement[] = [];
  const Original = window.Audio;
  window.Audio = class extends Original {
    constructor(...args: ConstructorParameters<typeof Audio>) {
      super(...args);
      sounds.push(this);
    }
  };
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    const playing = play.call(this);
    playing.catch(({ name }: Error) => name === 'NotAllowedError' && console.info(said));
    return playing;
  };
  window.ccPlaying = () =>
    sounds.filter(
      ({ paused, muted, currentTime, srcObject }) => !paused && !muted && currentTime > 0 && srcObject !== null,
    ).length;
}

// Its snapshots count as gestures, too.
test.use({ trace: 'off' });
test.beforeEach(async ({}, info) => info.setTimeout(90_000));

test('a browser that keeps the sound off until a gesture gets one button, and one tap on it is enough (F42)', async ({
  ownBrowser,
  openAgent,
  makeLink,
}) => {
  const args = chromiumArgs.filter((flag) => !flag.startsWith('--autoplay-policy'));
  const { context } = await ownBrowser({ args });
  await context.addInitScript(watchSound, refusal);
  const url = await makeLink();
  const agent = desk(await openAgent('ana'));
  // Chromium plays to whoever is being recorded: it is those who only listen that it keeps the sound from.
  const listener = async () => {
    const page = await context.newPage();
    await giveDevices(page, { microphone: 'NotAllowedError' });
    return customer(page);
  };
  const first = await listener();
  await first.page.goto(url);
  await first.startAudio.click();
  await first.page.getByRole('button', { name: 'Join without a microphone' }).click();
  await agent.rings();
  await agent.answer.click();
  await agent.inCall();
  await expect.poll(() => first.page.evaluate(() => window.ccPlaying()), 'who has clicked hears').toBe(1);

  // As after a restart of the browser: nobody has touched this page yet.
  await first.page.close();
  const guest = await listener();
  // To ask Playwright for anything in a page counts as a gesture there: until then the page says it by itself.
  const refused = guest.page.waitForEvent('console', (message) => message.text() === refusal);
  await guest.page.goto(url);
  await refused;
  const soundOn = guest.call.getByRole('button', { name: 'Turn on sound' });
  await expect(soundOn).toHaveCount(1);
  await expect(guest.call).toContainText('Your browser keeps the sound off until you allow it.');
  expect(await guest.page.evaluate(() => window.ccPlaying())).toBe(0);
  expect.soft(await violations(guest.page)).toEqual([]);
  await soundOn.click();
  await expect.poll(() => guest.page.evaluate(() => window.ccPlaying())).toBe(1);
  await expect(soundOn).toBeHidden();
});
