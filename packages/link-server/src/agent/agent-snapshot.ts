import type { AgentSnapshot } from '@carillon/contract';
import { findLiveCallOfAgent, readCall } from '../call/read-call.js';
import { toAgentCall } from '../call/to-agent-call.js';
import type { Deps } from '../deps.js';
import { findRingingOfferOfAgent } from '../offer/read-offer.js';
import { toOffer } from '../offer/to-offer.js';
import { agentStream } from '../transition/publish-changes.js';
import { findOpenWrapUp } from '../wrap-up/read-wrap-up.js';
import { describeWrapUp } from '../wrap-up/describe-wrap-up.js';
import { readAgentView } from './read-agent-view.js';

/** All an agent's page needs to draw itself, read at one moment, with where its stream goes on. */
export function agentSnapshot({ db, now }: Deps, { agentId }: { readonly agentId: string }): Promise<AgentSnapshot> {
  return db.read(async (q) => {
    const at = now();
    const offer = await findRingingOfferOfAgent(q, agentId);
    const call = await findLiveCallOfAgent(q, agentId);
    const wrapUp = await findOpenWrapUp(q, agentId);
    const stream = await q.get<{ n: number }>('select n from stream where id = $1', agentStream(agentId));
    return {
      agent: await readAgentView(q, agentId, at),
      offer: offer && offer.expires_at > at ? toOffer(offer, await readCall(q, offer.call_id)) : null,
      call: call ? toAgentCall(call) : null,
      wrapUp: wrapUp ? await describeWrapUp(q, wrapUp) : null,
      position: stream?.n ?? 0,
      serverNow: at,
    };
  });
}
