/**
 * `npm run proof -- reload`: both sides of a call reload their page a hundred times, every fifth time on hold too (security.md
 * F1, F3). Measured from the reload until they hear each other again; on hold until the page shows the hold and is in the
 * room.
 */
import { expect } from '@playwright/test';
import { reloadMs, type Side } from '../../e2e/faults/comes-back.js';
import { hearsAt } from '../../e2e/lib/signals.js';
import { spread } from '../lib/figures.js';
import { startProofCall } from '../lib/proof-call.js';

export const rounds = 100;

const call = await startProofCall();
const { agent, customer } = call;

export interface Measurement {
  readonly agentMs: number;
  readonly customerMs: number;
  readonly heldAgentMs: number | null;
  readonly heldCustomerMs: number | null;
}

export async function round(index: number): Promise<Measurement> {
  const agentMs = await reloadMs(agent, customer);
  const customerMs = await reloadMs(customer, agent);
  return { agentMs, customerMs, ...(index % 5 === 4 ? await held() : { heldAgentMs: null, heldCustomerMs: null }) };
}

async function held() {
  await agent.desk.hold.click();
  await expect(customer.link.call).toContainText('You are on hold', { timeout: 20_000 });
  const heldAgentMs = await backOnHold(agent, () => expect(agent.desk.resume).toBeVisible({ timeout: 20_000 }));
  const shown = () => expect(customer.link.call).toContainText('You are on hold', { timeout: 20_000 });
  const heldCustomerMs = await backOnHold(customer, shown);
  await agent.desk.resume.click();
  await hearsAt(agent.page, customer.signal);
  await hearsAt(customer.page, agent.signal);
  return { heldAgentMs, heldCustomerMs };
}

async function backOnHold({ page }: Side, shown: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await page.reload({ waitUntil: 'commit' });
  await shown();
  await page.waitForFunction(() => window.ccConnected() > 0, null, { polling: 20, timeout: 20_000 });
  return Math.round(performance.now() - start);
}

export const close = () => call.close();

/** 95 of 100 are back by then, in ms. */
const bounds = { agent: 3_000, customer: 4_000 } as const;

export function summary(measurements: readonly Measurement[]) {
  const of = (read: (one: Measurement) => number | null) =>
    spread(measurements.flatMap((one) => read(one) ?? [])) as ReturnType<typeof spread> | undefined;
  const [agents, customers] = [of(({ agentMs }) => agentMs), of(({ customerMs }) => customerMs)];
  const onHold = measurements.some(({ heldAgentMs }) => heldAgentMs !== null)
    ? [of(({ heldAgentMs }) => heldAgentMs), of(({ heldCustomerMs }) => heldCustomerMs)]
    : [];
  const line = (who: string, figures: ReturnType<typeof spread> | undefined) =>
    figures
      ? `${who} ${figures.median} ms in the middle, ${figures.p95} of 95 %, ${figures.max} at most of ${figures.n}`
      : '';
  const text = [line('agent', agents), line('customer', customers)]
    .concat(onHold.map((figures, i) => line(i === 0 ? 'agent on hold' : 'customer on hold', figures)))
    .join('; ');
  return { text, holds: (agents?.p95 ?? 0) <= bounds.agent && (customers?.p95 ?? 0) <= bounds.customer };
}
