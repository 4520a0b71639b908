import { expect, test as base, type Page } from '@playwright/test';
import { startSourceServer, statesModules } from '../scripts/gallery/source-server.mjs';
import { violations } from './lib/axe.js';
import { layoutFaults, movements, show } from './lib/gallery-page.js';

/** The page of one element in all its states, on a phone of 320 CSS pixels: also a screen of 1280 at 400 %. */
const test = base.extend<{ open: (tag: string) => Promise<Page> }, { sources: string }>({
  sources: [
    async ({}, use) => {
      const server = await startSourceServer();
      await use(server.url);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, sources }, use) => {
    await page.setViewportSize({ width: 352, height: 800 });
    await use(async (tag) => {
      await page.goto(
        `${sources}/docs/gallery/?${new URLSearchParams({ only: tag, width: '320', bare: '' }).toString()}`,
      );
      await page.waitForSelector('html[data-ready]');
      return page;
    });
  },
});

/**
 * What each way of looking adds is found in a few languages on a phone; all of them, every pair and wider screens are for
 * `LOOKS=all`.
 */
const all = process.env['LOOKS'] === 'all';
const languages = all
  ? ['de', 'es', 'fr', 'it', 'ja', 'pt', 'ru', 'sv', 'tr', 'zh-Hans', 'zh-Hant']
  : ['de', 'ru', 'ja'];
/** Many states on one page are many pages on one, which is nothing that a customer or an agent sees. */
const ofOnePage = ['page-has-heading-one', 'landmark-unique'];

for (const { tag } of statesModules())
  test(`${tag} can be read and used in every state, language, theme and size`, async ({ open }) => {
    if (all) test.setTimeout(600_000);
    const page = await open(tag);
    const look = async (name: string, lang: string, theme: 'light' | 'dark', { width = 320 } = {}) => {
      await show(page, { lang, theme, width });
      expect(await layoutFaults(page), `${name}: layout`).toEqual([]);
    };
    const axe = async (name: string, ...without: readonly string[]) =>
      expect(await violations(page, { without: [...ofOnePage, ...without] }), `${name}: axe`).toEqual([]);

    await look('light, from the left', 'en', 'light');
    await axe('light, from the left');
    for (const lang of languages) await look(lang, lang, 'light');
    await look('dark, from the right', 'ar', 'dark');
    await axe('dark, from the right');
    if (all) {
      await look('light, from the right', 'ar', 'light');
      await axe('light, from the right');
      await look('dark, from the left', 'en', 'dark');
      await axe('dark, from the left');
    }

    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await look('forced colours', 'en', 'light');
    await axe('forced colours', 'color-contrast'); // the system's own colours are the reader's choice
    expect(await movements(page), 'with little motion').toEqual([]);
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });

    await page.setViewportSize({ width: 640, height: 400 });
    await look('1280 px at 200 %', 'de', 'light', { width: 608 });

    for (const width of all ? [390, 1_280] : []) {
      await page.setViewportSize({ width: width + 32, height: 900 });
      for (const lang of ['en', 'ar'])
        for (const theme of ['light', 'dark'] as const) {
          const name = `${width} px, ${theme}, ${lang}`;
          await look(name, lang, theme, { width });
          await axe(name);
        }
    }
  });
