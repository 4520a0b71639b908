import type { Page } from '@playwright/test';
import type { Signal } from '../lib/signals.js';

/** What a page showed and played, with the wall clock's time in ms. The pages of one machine share the clock. */
export interface PageRecord {
  /** When the banner of the connection came and went. */
  readonly banner: readonly { readonly at: number; readonly words: string | null }[];
  /** Tones of the connection, in order. */
  readonly tones: readonly { readonly at: number; readonly tone: 'drop' | 'return' | 'end' }[];
  /** When the other side's tone came and went. */
  readonly heard: readonly { readonly at: number; readonly heard: boolean }[];
  /** How often a dialog was there. */
  readonly dialogs: number;
}

declare global {
  interface Window {
    ccRecord: PageRecord;
  }
}

/** Runs in the page before its scripts. */
function record(toneHz: number): void {
  const kept = {
    banner: [] as { at: number; words: string | null }[],
    tones: [] as { at: number; tone: 'drop' | 'return' | 'end' }[],
    heard: [] as { at: number; heard: boolean }[],
    dialogs: 0,
  };
  window.ccRecord = kept;
  const now = () => performance.timeOrigin + performance.now();
  const melodies = { '440 330': 'drop', '330 440': 'return', '392 294': 'end' } as const;
  const schedule = AudioParam.prototype.setValueAtTime;
  let before = 0;
  AudioParam.prototype.setValueAtTime = function (value, at) {
    const tone = melodies[`${before} ${value}` as keyof typeof melodies];
    if (tone) kept.tones.push({ at: now(), tone });
    if (value >= 200) before = tone ? 0 : value;
    return schedule.call(this, value, at);
  };
  const find = (root: ParentNode, selector: string): Element | null => {
    for (const one of root.querySelectorAll('*')) {
      if (one.matches(selector) && one.checkVisibility()) return one;
      const within = one.shadowRoot && find(one.shadowRoot, selector);
      if (within) return within;
    }
    return null;
  };
  let hears = false;
  setInterval(() => {
    if (window.ccHeard(toneHz) > -40 !== hears) kept.heard.push({ at: now(), heard: (hears = !hears) });
  }, 10);
  let shown: string | null = null;
  setInterval(() => {
    const words = find(document, '[part~=banner].banner')?.textContent?.trim() ?? null;
    if (words !== shown) kept.banner.push({ at: now(), words });
    shown = words;
    if (find(document, 'dialog[open], [role=dialog], [role=alertdialog]')) kept.dialogs++;
  }, 25);
}

/** Keeps what a page shows of its connection and hears of the other side. Call before the page goes anywhere. */
export const recordPage = (page: Page, other: Signal) => page.addInitScript(record, other.toneHz);

export const readRecord = (page: Page): Promise<PageRecord> => page.evaluate(() => window.ccRecord);

/** Waits until the other side has been heard without a pause for so long, and answers since when. */
export const heardSteadily = async (page: Page, ms: number, timeout: number): Promise<number> => {
  const since = await page.waitForFunction(
    (steadyMs) => {
      const last = window.ccRecord.heard.at(-1);
      return last?.heard && performance.timeOrigin + performance.now() - last.at > steadyMs ? last.at : false;
    },
    ms,
    { timeout, polling: 50 },
  );
  return Number(await since.jsonValue());
};
