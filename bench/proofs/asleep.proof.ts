/**
 * `npm run proof -- asleep`: a customer's tab is frozen for 20 s, and crashes and is opened again (security.md F45); their
 * machine sleeps for 30 s, and for so long that the call ends meanwhile (F44). Measured from then on until the page shows
 * what it has missed, both sides hear each other, or the page says that the call has ended.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { apiAgent } from '../../e2e/lib/api.js';
import { customer, desk } from '../../e2e/lib/desk.js';
import { startOwnBrowser } from '../../e2e/lib/own-browser.js';
import { hearsAt, signals } from '../../e2e/lib/signals.js';
import { startStack } from '../../e2e/lib/stack.js';
import { launch, open, party } from '../lib/browser.js';
import { spread } from '../lib/figures.js';

export const rounds = 10;

const [frozenForMs, asleepForMs] = [20_000, 30_000];
const stack = await startStack({
  env: { CARILLON_ABSENT_MS: String(asleepForMs + 15_000), CARILLON_WRAP_UP_MS: '1000' },
});
const browser = await launch();
const agent = desk(await party(browser, signals.agent, `${stack.deskUrl}?agent=ana`));
await agent.status.getByRole('radio', { name: 'Active' }).check();
const maker = await apiAgent(stack.server.url, 'ben');

export interface Measurement {
  readonly frozenMs: number;
  readonly crashedMs: number;
  readonly sleptMs: number;
  readonly endedMs: number;
}

const now = () => performance.timeOrigin + performance.now();

/** Ms until something is so. Asked from here: a page that was frozen counts as hidden, and draws nothing. */
async function msUntil(so: () => Promise<boolean>): Promise<number> {
  const start = now();
  while (!(await so())) if (now() - start > 60_000) throw new Error('not so after a minute');
  return Math.round(now() - start);
}

/** When both sides hear each other, by the clock of the machine. */
const bothHear = async (page: Page) =>
  Math.max(await hearsAt(agent.page, signals.customer), await hearsAt(page, signals.agent));

export async function round(): Promise<Measurement> {
  const own = await startOwnBrowser();
  try {
    const { url } = await maker.link({ displayName: 'Marija Horvat', configuration: 'default' });
    const first = customer(await open(own.context, signals.customer, url));
    await first.startAudio.click();
    await agent.rings();
    await agent.answer.click();
    await bothHear(first.page);

    const life = await own.context.newCDPSession(first.page);
    await life.send('Page.setWebLifecycleState', { state: 'frozen' });
    await agent.hold.click();
    await delay(frozenForMs);
    await life.send('Page.setWebLifecycleState', { state: 'active' });
    const frozenMs = await msUntil(() => first.page.getByText('You are on hold').isVisible());
    await agent.resume.click();
    await bothHear(first.page);

    await own.crash(first.page);
    const crashedAt = now();
    const guest = customer(await open(own.context, signals.customer, url));
    const crashedMs = Math.round((await bothHear(guest.page)) - crashedAt);

    own.sleep();
    await delay(asleepForMs);
    own.wake();
    const wokeAt = now();
    const sleptMs = Math.round((await bothHear(guest.page)) - wokeAt);

    own.sleep();
    await agent.wrapUp.getByRole('textbox', { name: /Note/ }).waitFor({ timeout: 90_000 });
    own.wake();
    const endedMs = await msUntil(() => guest.ended.getByText('The connection was lost').isVisible());
    return { frozenMs, crashedMs, sleptMs, endedMs };
  } finally {
    await own.close();
  }
}

export async function close(): Promise<void> {
  await browser.close();
  await stack.stop();
}

const bounds: Measurement = { frozenMs: 5_000, crashedMs: 5_000, sleptMs: 5_000, endedMs: 3_000 };
const words: Readonly<Record<keyof Measurement, string>> = {
  frozenMs: `shows what it missed after ${frozenForMs / 1_000} s frozen`,
  crashedMs: 'heard after a crash',
  sleptMs: `heard after ${asleepForMs / 1_000} s asleep`,
  endedMs: 'says that the call has ended meanwhile',
};

export function summary(measurements: readonly Measurement[]) {
  const lines = (Object.keys(bounds) as (keyof Measurement)[]).map((name) => {
    const { median, max, n } = spread(measurements.map((one) => one[name]));
    return { text: `${words[name]}: ${median} ms in the middle, ${max} at most of ${n}`, holds: max <= bounds[name] };
  });
  return { text: lines.map(({ text }) => text).join('; '), holds: lines.every(({ holds }) => holds) };
}
