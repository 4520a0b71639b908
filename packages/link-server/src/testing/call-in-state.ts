import { confirmEstablished } from '../call/confirm-established.js';
import { customerToken } from '../call/customer-token.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { holdCall } from '../call/hold-call.js';
import { declineOffer } from '../offer/decline-offer.js';
import type { CallCenter } from './call-center.js';

/** States of a call in the order of its life. */
export const callStates = ['queued', 'offering', 'connecting', 'active', 'held', 'ended'] as const;

/** Makes a call of one agent, Ana, and one customer, and brings it to a state on the way it takes in life. */
export async function callIn(center: CallCenter, wanted: (typeof callStates)[number]) {
  const { deps, livekit } = center;
  const ana = await center.agent('Ana');
  const guest = await center.customer();
  const { call, media } = await guest.call();
  const offerId = (await ana.ringing())?.id ?? '';
  const { room } = livekit.joinWith(media?.token ?? '');
  const which = { agentId: ana.id, callId: call.id, offerId };
  const current = async () => (await customerToken(deps, guest.key)).call;
  const of = { ana, guest, room, which, current };
  if (wanted === 'queued') {
    await declineOffer(deps, which);
    await ana.setStatus('away');
    return of;
  }
  if (wanted === 'offering') return of;
  const grant = await ana.accept();
  livekit.joinWith(grant.media.token);
  if (wanted === 'connecting') return of;
  livekit.publish(room, grant.media.identity);
  await confirmEstablished(deps, call.id);
  if (wanted === 'held') await holdCall(deps, which);
  if (wanted === 'ended') await endCallByAgent(deps, which);
  return of;
}

export type CallInState = Awaited<ReturnType<typeof callIn>>;
