import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumHelp, findChromium } from './scripts/lib/browsers.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error(chromiumHelp);

/** Whole-system tests: real livekit-server, real link-server, real browsers. One after another: they measure sound. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/e2e',
  workers: 1,
  timeout: 90_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['./scripts/lib/playwright-counts.mjs']],
  use: {
    launchOptions: { executablePath, args: chromiumArgs },
    headless: true,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
