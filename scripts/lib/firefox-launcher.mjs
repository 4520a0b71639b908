/** Runs the tests of web-test-runner in Firefox, by WebDriver BiDi. */
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findFirefox, firefoxHelp, firefoxPrefs } from './browsers.mjs';
import { startSoundCard } from './sound-card.mjs';

/** Starts Firefox with the sound card that it needs to let an `AudioContext` run. */
async function launch(options) {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error(firefoxHelp);
  const sound = await startSoundCard();
  try {
    const browser = await puppeteer.launch({
      ...options,
      headless: !process.env.DISPLAY,
      executablePath,
      env: { ...process.env, ...sound.env },
    });
    browser.once('disconnected', sound.stop);
    return browser;
  } catch (error) {
    sound.stop();
    throw error;
  }
}

/**
 * A page that has the keyboard whenever a file of tests begins. Tab leads out of a page into the browser's own bar, and
 * bringing a page to the front that is there already does not lead back: one that comes from behind gets the keyboard.
 */
async function createPage({ context }) {
  const aside = await context.newPage();
  const page = await context.newPage();
  const goto = page.goto.bind(page);
  page.goto = async (...address) => {
    await aside.bringToFront();
    await page.bringToFront();
    return goto(...address);
  };
  return page;
}

/** The launcher; one page at a time, as only the page in front is told what is focused. */
export const firefoxLauncher = () =>
  chromeLauncher({
    puppeteer: { launch },
    launchOptions: { browser: 'firefox', extraPrefsFirefox: firefoxPrefs },
    concurrency: 1,
    createPage,
  });
