import { limits, type WrapUpField } from '@carillon/contract';
import { ensureAgent } from '../agent/ensure-agent.js';
import { ensureConfigurations } from '../call-link/ensure-configurations.js';
import { ensureSettings } from '../company/ensure-settings.js';
import { ensurePerson } from '../person/ensure-person.js';
import type { Deps } from '../deps.js';
import { ensureQueue } from '../queue/ensure-queue.js';

/** The agents of the demo, by the key in the desk's address. Ana administers the company, too. */
export const demoAgents = Object.freeze([
  { key: 'ana', name: 'Ana Kovač', role: 'admin' },
  { key: 'ben', name: 'Ben Carter', role: 'agent' },
] as const);

const people = [
  { name: 'Marija Horvat', numbers: ['+385912345678'] },
  { name: 'Jonas Weber', numbers: ['+4915112345678'] },
  { name: 'Amélie Rousseau', numbers: ['+33612345678', '+33142345678'] },
];

/** What the demo's company looks like to a customer. */
export const demoBrand = Object.freeze({
  name: 'Northwind Energy',
  color: '#0f62c4',
  welcome: 'Talk to our customer support, by video or by phone.',
});

const dispositions = ['Answered', 'Wants to be called again', 'Passed on', 'Wrong number'];
const wrapUpFields: readonly WrapUpField[] = [
  {
    key: 'reason',
    kind: 'choice',
    label: { en: 'Reason', de: 'Grund' },
    required: false,
    choices: ['Bill', 'Moving', 'Power cut', 'Something else'],
  },
  {
    key: 'visit',
    kind: 'date',
    label: { en: 'Visit agreed for', de: 'Besuch vereinbart für' },
    required: false,
    choices: [],
  },
];

/**
 * Makes a small company to try things with: one queue, two agents, three people, a link configuration of each kind, and
 * what its agents say after a call.
 */
export async function ensureDemoCompany(deps: Deps): Promise<void> {
  const queueId = await ensureQueue(deps, { key: 'support', name: 'Customer support' });
  for (const { key, name, role } of demoAgents)
    await ensureAgent(deps, { extId: key, name, role, queueIds: [queueId] });
  for (const person of people) await ensurePerson(deps, { ...person, queueId });
  await ensureSettings(deps, { dispositions, wrapUpFields });
  await ensureConfigurations(deps, [
    { key: 'default', name: 'One call', kind: 'one-time', queueId, lifeMs: limits.linkMs, brand: demoBrand },
    {
      key: 'reusable',
      name: 'As many calls as needed',
      kind: 'expiry',
      queueId,
      lifeMs: limits.linkMs,
      brand: demoBrand,
    },
    { key: 'scheduled', name: 'Appointment', kind: 'time-frame', queueId, lifeMs: limits.linkMs, brand: demoBrand },
  ]);
}
