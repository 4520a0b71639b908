/**
 * `npm run gallery [-- tag …]`: pictures of every state of every element, in out/gallery, for each width, light and dark,
 * from the left and from the right, and a page of them, out/gallery/index.html. WIDTHS=280,390 THEMES=dark LANGS=de,ja
 * choose; BRAND=#067a52 is applied to all of them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs } from './lib/browsers.mjs';
import { needChromium } from './lib/need-chromium.mjs';
import { outFolder } from './lib/paths.mjs';
import { galleryIndex } from './gallery/gallery-index.mjs';
import { startSourceServer, statesModules } from './gallery/source-server.mjs';

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const list = (value, usual) => (value ? value.split(',') : usual);
const widths = list(process.env.WIDTHS, ['320', '390', '1280']).map(Number);
const themes = list(process.env.THEMES, ['light', 'dark']);
const langs = list(process.env.LANGS, ['en', 'ar']);
const brand = process.env.BRAND;
const tags = statesModules()
  .map(({ tag }) => tag)
  .filter((tag) => asked.length === 0 || asked.includes(tag));
const looks = themes.flatMap((theme) => langs.flatMap((lang) => widths.map((width) => ({ theme, lang, width }))));

const folder = join(outFolder, 'gallery');
if (asked.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const executablePath = await needChromium();
const server = await startSourceServer();
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
const pictures = [];
let failed = 0;

/** Takes one picture; what the page says on its way is an error. */
async function take(page, tag, { theme, lang, width }) {
  const errors = [];
  const note = (error) => errors.push(error.message);
  page.on('pageerror', note);
  const query = new URLSearchParams({ only: tag, theme, width, bare: '', lang, ...(brand && { brand }) });
  await page.goto(`${server.url}/docs/gallery/?${query}`);
  await page.waitForSelector('html[data-ready]', { timeout: 20_000 }).catch(note);
  page.off('pageerror', note);
  if (errors.length > 0) throw new Error(errors.join('; '));
  const file = `${tag}-${width}-${theme}-${lang}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true });
  pictures.push({ tag, width, theme, lang, file });
}

try {
  for (const look of looks) {
    const page = await browser.newPage({
      viewport: { width: look.width + 32, height: 800 },
      colorScheme: look.theme,
      reducedMotion: 'reduce',
    });
    for (const tag of tags)
      await take(page, tag, look).catch((error) => {
        failed++;
        console.error(`${tag} ${look.width} ${look.theme} ${look.lang}: ${error.message}`);
      });
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
writeFileSync(join(folder, 'index.html'), galleryIndex(pictures));
console.log(`${pictures.length} pictures in out/gallery/index.html${failed > 0 ? `, ${failed} failed` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
