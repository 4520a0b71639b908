import type { Browser, CDPSession, Page } from '@playwright/test';

/** A phone of the middle class on 4G, as Lighthouse and WebPageTest have it: 9 Mbit/s down, 170 ms for each request. */
export const phone4G = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  downloadKbit: 9000,
  uploadKbit: 9000,
  latencyMs: 170,
  cpuSlowdown: 4,
} as const;

/** A page of a phone that has never been here: nothing cached, the processor and the network slowed down. */
export async function openPhone(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const { viewport, deviceScaleFactor, downloadKbit, uploadKbit, latencyMs, cpuSlowdown } = phone4G;
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor,
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: (downloadKbit * 1000) / 8,
    uploadThroughput: (uploadKbit * 1000) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  return { page, session };
}
