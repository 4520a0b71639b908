import type { CustomerKey } from '../../call/find-customer-call.js';
import { createCallCenter, newSecret, type CallCenter } from '../call-center.js';

/** What belongs to one sequence, children before parents. Queues and configurations stay. */
const tables = [
  ...['event', 'stream', 'timer', 'outbox', 'wrapup', 'transfer', 'offer', 'conversation_event', 'message'],
  ...['call', 'call_link'],
  ...[
    'conversation',
    'person_number',
    'person_email',
    'person',
    'agent_session',
    'agent_stream',
    'agent_queue',
    'agent',
    'livekit_webhook',
  ],
];

/** A small call center in which commands choose whom and what they are about by number. */
export interface World {
  readonly center: CallCenter;
  readonly agents: readonly Awaited<ReturnType<CallCenter['agent']>>[];
  /** The customers' browsers. */
  readonly secrets: readonly string[];
  /** Codes: two one-time links, one expiry link, one that Ana has shared and whose calls wait for her. */
  readonly links: readonly string[];
  /** Which browser has tried which link. */
  readonly used: Map<string, CustomerKey>;
}

/** Makes a world; with a call center that is there already, an empty one on the same database. */
export async function createWorld(used?: CallCenter): Promise<World> {
  const center = used ?? (await createCallCenter());
  await center.deps.db.tx((q) => q.script(tables.map((table) => `delete from ${table};`).join('')));
  center.livekit.crash();
  center.livekit.up();
  center.livekit.asked.length = 0;
  const agents = [await center.agent('Ana'), await center.agent('Ben'), await center.agent('Cleo', { active: false })];
  const links = [await center.link(), await center.link(), await center.link('reusable')];
  links.push(await center.link('shared', 'Marija', agents[0]?.id));
  return { center, agents, links, secrets: [newSecret(), newSecret(), newSecret()], used: new Map() };
}
