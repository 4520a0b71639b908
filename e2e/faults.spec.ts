import { expect, test } from './fixtures.js';
import { call } from './lib/in-call.js';
import { inOwnNetwork, networkTrouble } from './network/own-network.js';
import type { OutageFigures } from './network/outage.js';
import type { WeakLineFigures } from './network/weak-line.js';

const outages = new URL('./network/outage.ts', import.meta.url);
const trouble = networkTrouble();

test.describe('a network that is away', () => {
  test.skip(trouble !== null, trouble ?? '');
  // How quickly is measured by `npm run proof -- network-loss`; here it is whether.
  test.beforeEach(async ({}, info) => info.setTimeout(120_000));

  test('for two seconds costs nothing but those (RCN-1, F13)', async () => {
    const outage = { lossMs: 2_000, sides: 'customer', how: 'silent' } as const;
    const { audioBackMs, tones, dialogs, timerWentOn } = await inOwnNetwork<OutageFigures>(
      outages,
      'measureOutage',
      outage,
    );
    expect(audioBackMs).toBeLessThan(20_000);
    expect([tones, dialogs, timerWentOn]).toEqual(['', 0, true]);
  });

  test('for ten seconds is said, and is over by itself once it is back (RCN-1 to RCN-4, F14)', async () => {
    const outage = { lossMs: 10_000, sides: 'both', how: 'silent' } as const;
    const figures = await inOwnNetwork<OutageFigures>(outages, 'measureOutage', outage);
    expect(figures.bannerMs, 'said while it is away').toBeLessThan(10_000);
    expect(figures.audioBackMs).toBeLessThan(20_000);
    // Heard to go and to come back on both sides. On a busy machine a side may come back twice, which the proof counts.
    expect(figures.tones).toMatch(/^drop return( drop return)* \| drop return( drop return)*$/);
    expect([figures.dialogs, figures.timerWentOn]).toEqual([0, true]);
  });
});

test.describe('a line that is too thin for video', () => {
  test.skip(trouble !== null, trouble ?? '');
  test.beforeEach(async ({}, info) => info.setTimeout(150_000));

  test('is found before the call (DEV-1)', async () => {
    const said = await inOwnNetwork<string>(new URL('./network/check-line.ts', import.meta.url), 'checkLine', 120);
    expect(said).toContain('NET-1-udp');
  });

  test('carries the call with sound, and says so, until the customer turns video back on', async () => {
    const module = new URL('./network/weak-line.ts', import.meta.url);
    const figures = await inOwnNetwork<WeakLineFigures>(module, 'measureWeakLine', 90);
    expect(figures).toMatchObject({ heard: true, cameraOff: true, cameraBack: true });
  });
});

test.describe('a page that goes away', () => {
  test.beforeEach(async ({}, info) => info.setTimeout(120_000));

  call('for good is told to the agent, long before its silence would be (F4)', async ({ inCall: { agent, guest } }) => {
    await guest.page.close({ runBeforeUnload: true });
    await expect(agent.call).toContainText('lost the connection', { timeout: 10_000 });
  });
});
