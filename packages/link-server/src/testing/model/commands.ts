import type { AgentStatus } from '@carillon/contract';
import { agentFarewell } from '../../agent/agent-farewell.js';
import { agentConnected } from '../../call/agent-connected.js';
import { agentMediaFailed } from '../../call/agent-media-failed.js';
import { agentToken } from '../../call/agent-token.js';
import { customerFarewell } from '../../call/customer-farewell.js';
import { customerLeave } from '../../call/customer-leave.js';
import { customerPresence } from '../../call/customer-presence.js';
import { customerToken } from '../../call/customer-token.js';
import { endCallByAgent } from '../../call/end-call-by-agent.js';
import { holdCall } from '../../call/hold-call.js';
import { findLiveCallOfAgent } from '../../call/read-call.js';
import { resumeCall } from '../../call/resume-call.js';
import { redeemCallLink } from '../../call-link/redeem-call-link.js';
import { DomainError } from '../../domain-error.js';
import { declineOffer } from '../../offer/decline-offer.js';
import { offerToken } from '../../offer/offer-token.js';
import { acceptOffer } from '../../offer/accept-offer.js';
import { reconcile } from '../../reconcile/reconcile.js';
import { cancelTransfer } from '../../transfer/cancel-transfer.js';
import { completeWarmTransfer } from '../../transfer/complete-warm-transfer.js';
import { joinTransfer } from '../../transfer/join-transfer.js';
import { startTransfer } from '../../transfer/start-transfer.js';
import { transferToQueue } from '../../transfer/transfer-to-queue.js';
import { closeWrapUp } from '../../wrap-up/close-wrap-up.js';
import { extendWrapUp } from '../../wrap-up/extend-wrap-up.js';
import { saveNote } from '../../wrap-up/save-words.js';
import type { World } from './world.js';

/** What customers do: which browser, with which link. */
export const customerDoes = ['redeem', 'present', 'farewell', 'leave', 'token'] as const;
/** What agents do. */
export const agentDoes = [
  ...(['present', 'active', 'away', 'farewell', 'accept', 'decline', 'ringToken', 'token'] as const),
  ...(['connect', 'mediaFailed', 'hold', 'resume', 'hangUp', 'note', 'extend', 'closeOpen', 'closeClosed'] as const),
  ...(['transfer', 'transferOn', 'cancelTransfer', 'toQueue', 'consult', 'join', 'complete'] as const),
];

export type Command =
  | {
      readonly by: 'customer';
      readonly who: number;
      readonly link: number;
      readonly does: (typeof customerDoes)[number];
    }
  | { readonly by: 'agent'; readonly who: number; readonly does: (typeof agentDoes)[number] }
  | { readonly by: 'time'; readonly ms: number; readonly present: boolean }
  | { readonly by: 'media'; readonly does: 'reconcile' | 'crash' }
  | { readonly by: 'race'; readonly commands: readonly Command[] };

type Of<By extends Command['by']> = Extract<Command, { by: By }>;

/** Carries a command out. A refusal with a code is an answer; everything else that is thrown is a fault. */
export async function carryOut(world: World, command: Command): Promise<void> {
  try {
    await effects[command.by](world, command as never);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'internal') throw error;
  }
}

const effects = {
  async customer({ center: { deps }, links, secrets, used }: World, { who, link, does }: Of<'customer'>) {
    if (does === 'redeem') {
      const key = { code: links[link] ?? '', secret: secrets[who] ?? '' };
      used.set(`${who} ${link}`, key);
      return redeemCallLink(deps, { ...key, medium: 'audio' });
    }
    // Whoever has redeemed nothing has nothing to say; one of the others does.
    const key = [...used.values()][(who + 3 * link) % used.size];
    if (!key) return;
    const verbs = { present: customerPresence, farewell: customerFarewell, leave: customerLeave, token: customerToken };
    return verbs[does](deps, key);
  },

  async agent(world: World, { who, does }: Of<'agent'>) {
    const concerned = await agentsConcerned(world, does);
    const agent = concerned[who % concerned.length] ?? world.agents[who];
    if (agent) await agentEffect(world, agent, does);
  },

  async time({ center, agents, used }: World, { ms, present }: Of<'time'>) {
    const pages = [...used.values()].map((key) => ({
      present: () => customerPresence(center.deps, key).catch(() => undefined),
    }));
    await (present ? center.pass(ms, [...agents, ...pages]) : center.advance(ms));
  },

  async media({ center }: World, { does }: Of<'media'>) {
    if (does === 'crash') {
      center.livekit.crash();
      center.livekit.up();
    } else await reconcile(center.deps);
  },

  /** All at once: which of them comes first is up to the server. */
  async race(world: World, { commands }: Of<'race'>) {
    await Promise.all(commands.map((command) => carryOut(world, command)));
  },
};

/** Where an agent has to be for what they do to mean something. */
const places: Readonly<Partial<Record<Of<'agent'>['does'], 'offer' | 'call' | 'wrapUp'>>> = {
  accept: 'offer',
  decline: 'offer',
  ringToken: 'offer',
  token: 'call',
  connect: 'call',
  mediaFailed: 'call',
  hold: 'call',
  resume: 'call',
  hangUp: 'call',
  transfer: 'call',
  transferOn: 'call',
  cancelTransfer: 'call',
  toQueue: 'call',
  consult: 'call',
  join: 'call',
  complete: 'call',
  note: 'wrapUp',
  extend: 'wrapUp',
  closeOpen: 'wrapUp',
  closeClosed: 'wrapUp',
};

/** Those at whom it rings, who are in a call, who wrap up, as it takes; all when it takes nothing. */
async function agentsConcerned({ agents }: World, does: Of<'agent'>['does']): Promise<World['agents']> {
  const place = places[does];
  if (!place) return agents;
  const states = await Promise.all(agents.map(({ state }) => state()));
  return agents.filter((_, index) => states[index]?.[place]);
}

async function agentEffect(world: World, agent: World['agents'][number], does: Of<'agent'>['does']): Promise<unknown> {
  const { deps } = world.center;
  const agentId = agent.id;
  if (does === 'present') return agent.present();
  if (does === 'active' || does === 'away') return agent.setStatus(does satisfies AgentStatus);
  if (does === 'farewell') return agentFarewell(deps, { agentId });
  const { offer, call, wrapUp } = await agent.state();
  const ofOffer = { agentId, offerId: offer?.id ?? 'off_none' };
  const ofCall = { agentId, callId: call?.id ?? 'cal_none' };
  const ofWrapUp = { agentId, wrapUpId: wrapUp?.id ?? 'wrp_none', note: 'noted' };
  switch (does) {
    case 'accept':
      return acceptOffer(deps, ofOffer);
    case 'decline':
      return declineOffer(deps, ofOffer);
    case 'ringToken':
      return offerToken(deps, ofOffer);
    case 'token':
      return agentToken(deps, ofCall);
    case 'connect':
      return connect(world, agentId);
    case 'mediaFailed':
      return agentMediaFailed(deps, { ...ofCall, reason: 'microphone_in_use' });
    case 'hold':
      return holdCall(deps, ofCall);
    case 'resume':
      return resumeCall(deps, ofCall);
    case 'transfer':
    case 'transferOn':
      return startTransfer(deps, { ...ofCall, targetId: colleagueOf(world, agent, does === 'transfer' ? 1 : 2) });
    case 'consult':
      return startTransfer(deps, { ...ofCall, targetId: colleagueOf(world, agent, 1), kind: 'warm' });
    case 'join':
      return joinTransfer(deps, ofCall);
    case 'complete':
      return completeWarmTransfer(deps, ofCall);
    case 'cancelTransfer':
      return cancelTransfer(deps, ofCall);
    case 'toQueue':
      return transferToQueue(deps, { ...ofCall, queueId: world.center.queueId });
    case 'hangUp':
      return endCallByAgent(deps, ofCall);
    case 'note':
      return saveNote(deps, ofWrapUp);
    case 'extend':
      return extendWrapUp(deps, { ...ofWrapUp, endsAt: wrapUp?.endsAt ?? 0 });
    case 'closeOpen':
      return closeWrapUp(deps, { ...ofWrapUp, conversationStatus: 'open' });
    case 'closeClosed':
      return closeWrapUp(deps, { ...ofWrapUp, conversationStatus: 'closed' });
  }
}

/** The agent so many places further. */
const colleagueOf = ({ agents }: World, agent: World['agents'][number], further: number): string =>
  agents[(agents.indexOf(agent) + further) % agents.length]?.id ?? '';

/** Both browsers are in the room, and the agent's says so. */
async function connect({ center: { deps, livekit } }: World, agentId: string): Promise<void> {
  const call = await deps.db.read((q) => findLiveCallOfAgent(q, agentId));
  if (!call?.agent_identity) return;
  await livekit.createRoom(call.room);
  livekit.join(call.room, call.customer_identity, 'customer');
  livekit.join(call.room, call.agent_identity, 'agent');
  livekit.publish(call.room, call.agent_identity);
  await agentConnected(deps, { agentId, callId: call.id });
}
