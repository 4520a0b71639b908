/**
 * `npm run proof -- tabs`: an agent with two tabs takes the call over from one to the other, again and again (security.md
 * F30). Measured from the click until the customer hears the tab that has taken over, and it hears the customer; meanwhile
 * the tab that was has to fall silent.
 */
import { expect } from '@playwright/test';
import { desk } from '../../e2e/lib/desk.js';
import { hearsAt, signals, type Signal } from '../../e2e/lib/signals.js';
import { open } from '../lib/browser.js';
import { spread } from '../lib/figures.js';
import { startProofCall } from '../lib/proof-call.js';

export const rounds = 20;

const call = await startProofCall();
const { customer } = call;
/** Each tab has a tone of its own. */
const tabs = [
  { ...call.agent.desk, signal: signals.agent as Signal },
  {
    ...desk(await open(call.agent.page.context(), signals.colleague, `${call.stack.deskUrl}?agent=ana`)),
    signal: signals.colleague as Signal,
  },
] as const;
const now = () => performance.timeOrigin + performance.now();

export interface Measurement {
  readonly heardMs: number;
}

export async function round(): Promise<Measurement> {
  const there = await tabs[0].hangUp.isVisible();
  const [to, from] = there ? [tabs[1], tabs[0]] : [tabs[0], tabs[1]];
  const takeOver = to.call.getByRole('button', { name: 'Take over here' });
  await expect(takeOver).toBeVisible({ timeout: 20_000 });
  const start = now();
  await takeOver.evaluate((button: HTMLElement) => button.click());
  const heardAt = await Promise.all([hearsAt(customer.page, to.signal), hearsAt(to.page, customer.signal)]);
  const silent = () => from.page.evaluate(() => [window.ccConnected(), window.ccLiveMicrophones()]);
  await expect.poll(silent, { timeout: 20_000 }).toEqual([0, 0]);
  return { heardMs: Math.round(Math.max(...heardAt) - start) };
}

export const close = () => call.close();

/** So long is the customer without the agent at most, in ms. */
const bound = 2_000;

export function summary(measurements: readonly Measurement[]) {
  const { n, median, p95, max } = spread(measurements.map(({ heardMs }) => heardMs));
  const text = `heard ${median} ms after a take-over in the middle of ${n}, ${p95} of 95 %, ${max} at most`;
  return { text, holds: p95 <= bound };
}
