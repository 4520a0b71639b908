import type { CustomerCallSession } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readCall } from './read-call.js';
import { toCustomerCall } from './to-customer-call.js';

/**
 * A customer's call and how to join it, read after the transition that led here: by then it has its place in the line
 * and may ring. The room is made before the token is handed out, also again, should LiveKit have lost it. Media is null
 * once the call has ended. @throws {DomainError} `media_unavailable`
 */
export async function customerSession(deps: Deps, callId: string): Promise<CustomerCallSession> {
  const call = await deps.db.read((q) => readCall(q, callId));
  if (call.state === 'ended') return { call: toCustomerCall(call), media: null, serverNow: deps.now() };
  const { room, customer_identity: identity } = call;
  await deps.livekit.createRoom(room);
  const token = await deps.tokens.mint({ role: 'customer', room, identity });
  return {
    call: toCustomerCall(call),
    media: { url: deps.settings.livekitUrl, token, identity },
    serverNow: deps.now(),
  };
}
