import type { Page } from '@playwright/test';

/** What has the focus, in words: its label and what stands in it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at) return '';
    const labels = at.matches('input, textarea, select') ? [...((at as HTMLInputElement).labels ?? [])] : [];
    const words = [at.getAttribute('aria-label'), ...labels.map((label) => label.textContent), at.textContent];
    return words.filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
  });

/** Whether what has the focus draws an outline, or the label around it does for a choice. */
const showsFocus = (page: Page) =>
  page.evaluate(() => {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return [at, at?.closest('label'), at?.nextElementSibling].some((seen) => {
      if (!seen) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(seen);
      return outlineStyle !== 'none' && outlineWidth !== '0px';
    });
  });

async function pressUntil(page: Page, key: string, name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press(key);
    const words = await focused(page);
    if (name.test(words)) {
      if (await showsFocus(page)) return;
      throw new Error(`${words} does not show that it has the focus`);
    }
    met.push(words.slice(0, 40));
  }
  throw new Error(`${key} never reached ${String(name)}, but ${[...new Set(met)].join(' | ')}`);
}

/** Presses Tab until what is named has the focus, and sees that it shows it. */
export const tabTo = (page: Page, name: RegExp) => pressUntil(page, 'Tab', name);

/** The same inside of a toolbar, by an arrow. */
export const arrowTo = (page: Page, name: RegExp) => pressUntil(page, 'ArrowRight', name);
