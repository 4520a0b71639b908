import type { AgentCall, AgentEvent, AgentSnapshot, Offer, WrapUp } from '@carillon/contract';
import { isLive, type DeskSnapshot } from './desk-snapshot.js';

type Projections = Pick<DeskSnapshot, 'agent' | 'offer' | 'call' | 'wrapUp'>;

const nextOffer = ({ offer, call }: Projections, body: Offer): Offer | null => {
  if (body.state !== 'ringing') return offer?.id === body.id ? null : offer;
  // One call at a time (RCV-3): what would ring into a live call is not shown.
  if (isLive(call) && call.id !== body.callId) return offer;
  return offer && offer.createdAt > body.createdAt ? offer : body;
};

const nextCall = ({ call }: Projections, body: AgentCall): AgentCall | null => {
  if (call?.id === body.id) {
    if (body.version <= call.version) return call;
    // Back in the queue (E-05): it is no longer this agent's.
    return isLive(body) || body.state === 'ended' ? body : null;
  }
  // Neither the replay of an old call's end nor a call of the queue hides the one that is live.
  return isLive(body) || (body.state === 'ended' && !isLive(call)) ? body : call;
};

const nextWrapUp = ({ wrapUp }: Projections, body: WrapUp): WrapUp | null => {
  if (body.closedAt === null) return body;
  return wrapUp?.id === body.id ? null : wrapUp;
};

/** What an event of the stream changes. Each carries a whole projection, and the newest one wins. */
export function applyAgentEvent(desk: Projections, event: AgentEvent): Partial<Projections> {
  switch (event.type) {
    case 'agent':
      // What is said of somebody else is not for this page.
      return desk.agent && desk.agent.id !== event.body.id ? {} : { agent: event.body };
    case 'offer':
      return { offer: nextOffer(desk, event.body) };
    case 'call': {
      const call = nextCall(desk, event.body);
      // An answered call does not ring any longer, whichever of the two events comes first.
      const answered = call !== null && desk.offer?.callId === call.id && isLive(call);
      return { call, ...(answered ? { offer: null } : {}) };
    }
    case 'wrapup':
      return { wrapUp: nextWrapUp(desk, event.body) };
    case 'conversation':
    case 'messages':
    case 'mail':
      return {};
  }
}

/** What a snapshot of the server changes. A newer record of the same call that is known already stays. */
export function applyAgentSnapshot(desk: Projections, { agent, offer, call, wrapUp }: AgentSnapshot): Projections {
  const known = desk.call;
  const newest = call && known?.id === call.id && known.version > call.version ? known : call;
  return {
    agent,
    offer: offer?.state === 'ringing' ? offer : null,
    call: newest,
    wrapUp: wrapUp?.closedAt === null ? wrapUp : null,
  };
}
