/**
 * `node scripts/gallery.mjs [tag …]`: pictures of every state of every element, in out/gallery, for each width, light
 * and dark. WIDTHS=280,390 THEMES=dark choose; LANG_OF=ar and BRAND=#067a52 are applied to all of them.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs } from './lib/browsers.mjs';
import { needChromium } from './lib/need-chromium.mjs';
import { outFolder } from './lib/paths.mjs';
import { startSourceServer, statesModules } from './gallery/source-server.mjs';

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const list = (value, usual) => (value ? value.split(',') : usual);
const widths = list(process.env.WIDTHS, ['280', '320', '390', '1280']).map(Number);
const themes = list(process.env.THEMES, ['light', 'dark']);
const { LANG_OF: lang, BRAND: brand } = process.env;
const tags = statesModules()
  .map(({ tag }) => tag)
  .filter((tag) => asked.length === 0 || asked.includes(tag));

const folder = join(outFolder, 'gallery');
if (asked.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const executablePath = await needChromium();
const server = await startSourceServer();
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
let failed = 0;
try {
  for (const theme of themes) {
    for (const width of widths) {
      const page = await browser.newPage({
        viewport: { width: width + 32, height: 800 },
        colorScheme: theme,
        reducedMotion: 'reduce',
      });
      for (const tag of tags) {
        const errors = [];
        const note = (error) => errors.push(error.message ?? error.text());
        page.on('pageerror', note);
        const query = new URLSearchParams({
          only: tag,
          theme,
          width,
          bare: '',
          ...(lang && { lang }),
          ...(brand && { brand }),
        });
        await page.goto(`${server.url}/docs/gallery/?${query}`);
        await page
          .waitForSelector('html[data-ready]', { timeout: 20_000 })
          .catch((error) => errors.push(error.message));
        page.off('pageerror', note);
        if (errors.length > 0) {
          failed++;
          console.error(`${tag} ${width} ${theme}: ${errors.join('; ')}`);
          continue;
        }
        await page.screenshot({ path: join(folder, `${tag}-${width}-${theme}.png`), fullPage: true });
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(
  `${tags.length * widths.length * themes.length - failed} pictures in out/gallery${failed > 0 ? `, ${failed} failed` : ''}`,
);
process.exitCode = failed > 0 ? 1 : 0;
