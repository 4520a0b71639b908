import { randomBytes } from 'node:crypto';
import { CreateLinkConfigurationRequest, type Medium } from '@carillon/contract';
import { agentPresence } from '../agent/agent-presence.js';
import { agentSnapshot } from '../agent/agent-snapshot.js';
import { ensureAgent } from '../agent/ensure-agent.js';
import { setAgentStatus } from '../agent/set-agent-status.js';
import { agentConnected } from '../call/agent-connected.js';
import { customerPresence } from '../call/customer-presence.js';
import { createCallLink } from '../call-link/create-call-link.js';
import { createConfiguration } from '../call-link/create-configuration.js';
import { ensureConfigurations } from '../call-link/ensure-configurations.js';
import { redeemCallLink } from '../call-link/redeem-call-link.js';
import { acceptOffer } from '../offer/accept-offer.js';
import { ensureQueue } from '../queue/ensure-queue.js';
import { timerHandlers } from '../timer/timer-handlers.js';
import { createTestDeps, type TestDepsOptions } from './create-test-deps.js';

const brand = { name: 'Northwind', color: '#0f62c4', welcome: 'Welcome' };

/** A browser's secret. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** A call center on a real database: one queue, a configuration of each kind and one whose calls wait for the sharer, agents who come and go. */
export async function createCallCenter(options: TestDepsOptions = {}) {
  const bench = await createTestDeps({ ...options, timerHandlers });
  const { deps } = bench;
  const queueId = await ensureQueue(deps, { key: 'support', name: 'Customer support' });
  await ensureConfigurations(deps, [
    { key: 'default', kind: 'one-time', queueId, lifeMs: 3_600_000, brand },
    { key: 'reusable', kind: 'expiry', queueId, lifeMs: 3_600_000, brand },
    { key: 'scheduled', kind: 'time-frame', queueId, lifeMs: 3_600_000, brand },
  ]);
  const shared = { key: 'shared', name: 'Shared', kind: 'expiry', queueId, brand };
  const routing = { to: 'sharer', whenBusy: 'wait' };
  // What a server before this one has left has it already.
  if (!options.left) await createConfiguration(deps, CreateLinkConfigurationRequest.parse({ ...shared, routing }));

  /** An agent of the queue who is there and Active; each is a millisecond less idle than the one before. */
  async function agent(
    name: string,
    { queues = [queueId], active = true }: { queues?: readonly string[]; active?: boolean } = {},
  ) {
    const id = await ensureAgent(deps, { extId: name.toLowerCase(), name, queueIds: queues });
    await agentPresence(deps, { agentId: id });
    bench.clock.moveTo(deps.now() + 1);
    if (active) await setAgentStatus(deps, { agentId: id, status: 'active' });
    return agentOf(id, name);
  }

  /** An agent who is known already. */
  function agentOf(id: string, name: string) {
    return {
      id,
      state: () => agentSnapshot(deps, { agentId: id }),
      /** The call that rings here, or undefined. */
      ringing: async () => (await agentSnapshot(deps, { agentId: id })).offer ?? undefined,
      present: () => agentPresence(deps, { agentId: id }),
      setStatus: (status: 'active' | 'away' | 'busy' | 'offline') => setAgentStatus(deps, { agentId: id, status }),
      /** Answers what rings here. */
      async accept() {
        const { offer } = await agentSnapshot(deps, { agentId: id });
        if (!offer) throw new Error(`nothing rings at ${name}`);
        return acceptOffer(deps, { agentId: id, offerId: offer.id });
      },
    };
  }

  async function link(configuration = 'default', displayName = 'Marija', agentId: string | null = null) {
    const { url } = await createCallLink(deps, { agentId, displayName, configuration });
    return url.slice(url.lastIndexOf('/') + 1);
  }

  /** A customer's browser with a link. */
  async function customer(code?: string, secret = newSecret()) {
    const key = { code: code ?? (await link()), secret };
    return {
      ...key,
      key,
      call: (medium: Medium = 'audio') => redeemCallLink(deps, { ...key, medium }),
      present: () => customerPresence(deps, key),
    };
  }

  /** Agent and customer on an established call. */
  async function talking() {
    const ana = await agent('Ana');
    const guest = await customer();
    const { call, media } = await guest.call();
    const grant = await ana.accept();
    const room =
      (await deps.db.read((q) => q.get<{ room: string }>('select room from call where id = $1', call.id)))?.room ?? '';
    bench.livekit.joinWith(media?.token ?? '');
    bench.livekit.joinWith(grant.media.token);
    bench.livekit.publish(room, grant.media.identity);
    await agentConnected(deps, { agentId: ana.id, callId: call.id });
    return { ana, guest, callId: call.id, room };
  }

  /** Keeps everybody there while time goes on: without a sign of life both sides would be counted as gone. */
  async function pass(ms: number, present: readonly { present(): Promise<unknown> }[]) {
    const end = deps.now() + ms;
    while (deps.now() < end) {
      for (const one of present) await one.present();
      await bench.advance(Math.min(5_000, end - deps.now()));
    }
  }

  return { ...bench, queueId, agent, agentOf, link, customer, talking, pass };
}

export type CallCenter = Awaited<ReturnType<typeof createCallCenter>>;

/** The server crashes; another one goes on with its data, this much later. */
export async function restart(center: CallCenter, afterMs = 0): Promise<CallCenter> {
  const { now, left } = await center.crash();
  return createCallCenter({ now: now + afterMs, left });
}
