/**
 * `npm run proof -- hold`: a call is on hold while one side connects anew, reloads its page, or loses it to a crash and opens
 * it again, each on both sides 20 times (HLD-5). All the while, and for two seconds after it is back, both pages listen every
 * 10 ms: what is less than 40 dB below the tone leaks. Then the call is resumed and both hear each other.
 */
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { bothSilent } from '../../e2e/faults/comes-back.js';
import { apiAgent } from '../../e2e/lib/api.js';
import { customer, desk } from '../../e2e/lib/desk.js';
import { startOwnBrowser } from '../../e2e/lib/own-browser.js';
import { reconnectFully } from '../../e2e/lib/rooms.js';
import { hearsAt, leaks, listen, signals, type Signal } from '../../e2e/lib/signals.js';
import { startStack } from '../../e2e/lib/stack.js';
import { open } from '../lib/browser.js';

const kinds = ['reconnect', 'reload', 'crash'] as const;
const sides = ['agent', 'customer'] as const;
export const rounds = kinds.length * sides.length * 20;

export interface Measurement {
  readonly kind: string;
  readonly side: string;
  /** Looks at both sides, and the loudest of them in dB; the tone is heard at about -12. */
  readonly samples: number;
  readonly loudest: number;
}

const leakAbove = -52;
const soon = { timeout: 30_000 };

const stack = await startStack();
const browsers = { agent: await startOwnBrowser(), customer: await startOwnBrowser() };

/** Lets every page of a browser listen from its first moment on, also one that is opened after a crash. */
const listensAlways = (context: BrowserContext, { toneHz }: Signal) =>
  context.addInitScript((hz) => {
    // An empty page has no storage.
    if (location.protocol.startsWith('http')) sessionStorage.setItem('cc-listen', `${hz}`);
  }, toneHz);
await listensAlways(browsers.agent.context, signals.customer);
await listensAlways(browsers.customer.context, signals.agent);

const maker = await apiAgent(stack.server.url, 'ben');
const { url } = await maker.link({ displayName: 'Marija Horvat', configuration: 'default' });
const openDesk = async () => desk(await open(browsers.agent.context, signals.agent, `${stack.deskUrl}?agent=ana`));
const openLink = async () => customer(await open(browsers.customer.context, signals.customer, url));

let ana = await openDesk();
await ana.status.getByRole('radio', { name: 'Active' }).check();
let guest = await openLink();
await guest.startAudio.click();
await ana.rings();
await ana.answer.click();
await bothHear();

function bothHear() {
  return Promise.all([hearsAt(guest.page, signals.agent), hearsAt(ana.page, signals.customer)]);
}

const inRoom = (page: Page) => page.waitForFunction(() => window.ccConnected() > 0, null, soon);

async function onHold(): Promise<void> {
  await expect(ana.resume).toBeVisible(soon);
  await expect(guest.call).toContainText('You are on hold', soon);
  await inRoom(ana.page);
  await inRoom(guest.page);
}

async function happens(kind: (typeof kinds)[number], side: (typeof sides)[number]): Promise<void> {
  const { page } = side === 'agent' ? ana : guest;
  if (kind === 'reconnect') await reconnectFully(page);
  else if (kind === 'reload') await page.reload({ waitUntil: 'commit' });
  else {
    await browsers[side].crash(page);
    if (side === 'agent') ana = await openDesk();
    else guest = await openLink();
  }
}

/** 200 looks are two seconds. */
async function listenOn(page: Page): Promise<void> {
  const { samples } = await leaks(page);
  await page.waitForFunction((enough) => window.ccLeaks().samples > enough, samples + 200, soon);
}

export async function round(index: number): Promise<Measurement> {
  const kind = kinds[index % kinds.length] ?? 'reconnect';
  const side = sides[Math.floor(index / kinds.length) % sides.length] ?? 'agent';
  await ana.hold.click();
  await onHold();
  await bothSilent({ page: ana.page, signal: signals.agent }, { page: guest.page, signal: signals.customer });
  await listen(ana.page, signals.customer);
  await listen(guest.page, signals.agent);
  const seen: Awaited<ReturnType<typeof leaks>>[] = [];
  // A page that goes takes what it has heard with it.
  if (kind !== 'reconnect') seen.push(await leaks(side === 'agent' ? ana.page : guest.page));
  await happens(kind, side);
  await onHold();
  for (const { page } of [ana, guest]) {
    await listenOn(page);
    seen.push(await leaks(page));
  }
  await ana.resume.click();
  await bothHear();
  return {
    kind,
    side,
    samples: seen.reduce((sum, { samples }) => sum + samples, 0),
    loudest: Math.round(Math.max(...seen.map(({ loudest }) => loudest), -200)),
  };
}

export async function close(): Promise<void> {
  await browsers.agent.close();
  await browsers.customer.close();
  await stack.stop();
}

export function summary(measurements: readonly Measurement[]) {
  const leaking = measurements.filter(({ loudest }) => loudest > leakAbove);
  const samples = measurements.reduce((sum, one) => sum + one.samples, 0);
  const loudest = Math.max(...measurements.map((one) => one.loudest));
  const text = `${leaking.length} of ${measurements.length} rounds leak; ${samples} looks, the loudest ${loudest} dB`;
  return { text, holds: leaking.length === 0 };
}
