import type { CustomerCallSession, LinkMedia } from '@carillon/contract';
import type { Deps } from '../deps.js';
import type { Query } from '../store/database.js';
import { readCall } from './read-call.js';
import { toCustomerCall } from './to-customer-call.js';

/**
 * A customer's call and how to join it, read after the transition that led here: by then it has its place in the line
 * and may ring. The room is made before the token is handed out, also again, should LiveKit have lost it. Media is null
 * once the call has ended. @throws {DomainError} `media_unavailable`
 */
export async function customerSession(deps: Deps, callId: string): Promise<CustomerCallSession> {
  const { call, media } = await deps.db.read(async (q) => {
    const [found, allowed] = await Promise.all([readCall(q, callId), mediaOf(q, callId)]);
    return { call: found, media: allowed };
  });
  if (call.state === 'ended') return { call: toCustomerCall(call), media: null, serverNow: deps.now() };
  const { room, customer_identity: identity } = call;
  await deps.livekit.createRoom(room);
  const token = await deps.tokens.mint({ role: media === 'audio' ? 'customer-audio' : 'customer', room, identity });
  return {
    call: toCustomerCall(call),
    media: { url: deps.settings.livekitUrl, token, identity },
    serverNow: deps.now(),
  };
}

/** What the link of a call allows its customer. */
const mediaOf = async (q: Query, callId: string): Promise<LinkMedia> =>
  (
    await q.get<{ media: LinkMedia }>(
      `select media from call join call_link on call_link.id = call.link_id
       join link_configuration on link_configuration.id = call_link.configuration_id where call.id = $1`,
      callId,
    )
  )?.media ?? 'both';
