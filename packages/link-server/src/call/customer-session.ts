import type { CustomerCallSession } from '@carillon/contract';
import { settingsOf, type ConfigurationRow } from '../call-link/read-configuration.js';
import type { Deps } from '../deps.js';
import type { Query } from '../store/database.js';
import { customerRole, type Role } from '../token/role-table.js';
import { readCall } from './read-call.js';
import { toCustomerCall } from './to-customer-call.js';

/**
 * A customer's call and how to join it, read after the transition that led here: by then it has its place in the line
 * and may ring. The room is made before the token is handed out, also again, should LiveKit have lost it. Media is null
 * once the call has ended. @throws {DomainError} `media_unavailable`
 */
export async function customerSession(deps: Deps, callId: string): Promise<CustomerCallSession> {
  const [call, role] = await deps.db.read((q) => Promise.all([readCall(q, callId), roleOf(q, callId)]));
  if (call.state === 'ended') return { call: toCustomerCall(call), media: null, serverNow: deps.now() };
  const { room, customer_identity: identity } = call;
  await deps.livekit.createRoom(room);
  const token = await deps.tokens.mint({ role, room, identity });
  return {
    call: toCustomerCall(call),
    media: { url: deps.settings.livekitUrl, token, identity },
    serverNow: deps.now(),
  };
}

/** What the link of a call allows its customer in the room. */
async function roleOf(q: Query, callId: string): Promise<Role> {
  const row = await q.get<Pick<ConfigurationRow, 'media' | 'settings'>>(
    `select media, settings from call join call_link on call_link.id = call.link_id
     join link_configuration on link_configuration.id = call_link.configuration_id where call.id = $1`,
    callId,
  );
  if (!row) return 'customer';
  return customerRole({ camera: row.media !== 'audio', share: settingsOf(row).callOptions.screenShare });
}
