import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumArgsWithWebGl, chromiumHelp, findChromium } from './scripts/lib/browsers.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error(chromiumHelp);

const effects = '**/effects*.spec.ts';
/** They only look, and nothing sounds. */
const looks = ['**/gallery.spec.ts', '**/alone.spec.ts'];

/** Whole-system tests: real livekit-server, real link-server, real browsers. One after another: they measure sound. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/e2e',
  workers: 1,
  timeout: 90_000,
  // Twice Playwright's own: a page may take more than five seconds to open on two cores that others use too.
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A machine of others may stall for seconds. What needed its second try is named at the end of `npm test`, as a fault to
  // mend; files about what nobody may hear or see turn it off, as one leak is a leak.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['./scripts/lib/playwright-counts.mjs']],
  projects: [
    { name: 'calls', testIgnore: [effects, ...looks], use: { launchOptions: { executablePath, args: chromiumArgs } } },
    // On every core that there is (`--workers`).
    {
      name: 'gallery',
      testMatch: looks,
      fullyParallel: true,
      use: { launchOptions: { executablePath, args: chromiumArgs } },
    },
    {
      name: 'effects',
      testMatch: effects,
      retries: 0,
      use: { launchOptions: { executablePath, args: chromiumArgsWithWebGl } },
    },
  ],
  use: {
    headless: true,
    // Filming every page takes half of what a test costs: what fails is filmed when it is tried again, or by `--trace on`.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
});
