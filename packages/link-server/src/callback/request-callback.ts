import type { CallbackWish, PhoneNumber, RequestedCallback } from '@carillon/contract';
import { findCallOfCustomer } from '../call/read-call.js';
import { findLink } from '../call-link/find-link.js';
import { holdLink } from '../call-link/hold-link.js';
import { readConfigurationById, type ConfigurationRow } from '../call-link/read-configuration.js';
import { logEvent } from '../conversation/log-event.js';
import { openConversation } from '../conversation/open-conversation.js';
import { readConversation } from '../conversation/read-conversation-row.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { hashSecret } from '../transition/hash-secret.js';
import type { CallLinkRow } from '../transition/rows.js';
import { transition } from '../transition/run-transition.js';
import type { Transition } from '../transition/transition.js';
import type { CallbackRow } from './callback-row.js';
import { findOpenCallback } from './find-callback.js';

export interface RequestCallback {
  readonly code: string;
  /** The browser's secret, by which a customer who asks again is known. */
  readonly secret?: string | undefined;
  readonly wish: CallbackWish;
  readonly number?: PhoneNumber | undefined;
  readonly displayName?: string | undefined;
}

/** A request that comes again within a minute is the same one, whose answer was lost. */
const sameRequestMs = 60_000;

/**
 * Keeps that the customer of a link wants to be called back, or wants another link (CBK-1). It works with every link that
 * is known, used, expired or not open yet: that is when it is wanted. There is one for each conversation until it is
 * done; asking again changes what is wanted and is written down (CBK-10).
 * @throws {DomainError} `link_unavailable`, `invalid_request` with neither a name nor a number
 */
export function requestCallback(deps: Deps, request: RequestCallback): Promise<RequestedCallback> {
  return transition(deps, async (t) => {
    const { q, now } = t;
    const link = await findLink(q, request.code);
    // Two requests for one link wait for each other here.
    await holdLink(t, link);
    const hash = request.secret === undefined ? null : hashSecret(request.secret);
    const name = link.display_name ?? request.displayName ?? null;
    if (name === null && request.number === undefined)
      throw new DomainError('invalid_request', { fields: ['displayName'] });
    const configuration = await readConfigurationById(q, link.configuration_id);
    const conversationId = await conversationOf(t, link, configuration, { hash, name: name ?? request.number ?? '' });
    const known = await q.get<CallbackRow>(
      `select * from callback where conversation_id = $1 and state <> 'done'`,
      conversationId,
    );
    if (known) await askAgain(t, known, request);
    else await create(t, { link, configuration, conversationId, hash, name, request });
    return { requestedAt: known?.requested_at ?? now, serverNow: now };
  });
}

/** The conversation that it belongs to: the one it was asked in before, that of this browser's call, the link's, or a new one. */
async function conversationOf(
  t: Transition,
  link: CallLinkRow,
  { queue_id: queueId }: ConfigurationRow,
  { hash, name }: { readonly hash: string | null; readonly name: string },
): Promise<string> {
  const before = await findOpenCallback(t.q, link, hash);
  if (before) return before.conversation_id;
  const call = hash === null ? undefined : await findCallOfCustomer(t.q, link.id, hash);
  for (const id of [call?.conversation_id, link.conversation_id]) {
    const open = id ? await readConversation(t.q, id) : undefined;
    if (open && open.status !== 'closed') return open.id;
  }
  return openConversation(t, { link, queueId, medium: call?.medium ?? 'audio', callerName: name });
}

interface NewCallback {
  readonly link: CallLinkRow;
  readonly configuration: ConfigurationRow;
  readonly conversationId: string;
  readonly hash: string | null;
  readonly name: string | null;
  readonly request: RequestCallback;
}

async function create(t: Transition, callback: NewCallback): Promise<void> {
  const { link, configuration, conversationId, hash, name, request } = callback;
  const { wish, number = null } = request;
  await t.q.run(
    `insert into callback (id, conversation_id, link_id, customer_hash, queue_id, state, wish, name, number, requested_at, asked_at)
     values ($1, $2, $3, $4, $5, 'in_queue', $6, $7, $8, $9, $9)`,
    t.deps.ids.id('cbk'),
    conversationId,
    link.id,
    hash,
    configuration.queue_id,
    wish,
    name,
    number,
    t.now,
  );
  logEvent(t, { conversationId, type: wish === 'link' ? 'link_requested' : 'callback_requested', actor: name });
}

async function askAgain(t: Transition, known: CallbackRow, { wish, number }: RequestCallback): Promise<void> {
  const same = known.wish === wish && (number === undefined || number === known.number);
  if (same && t.now - known.asked_at < sameRequestMs) return;
  await t.q.run(
    'update callback set wish = $2, number = coalesce($3, number), asked_at = $4, times = times + 1 where id = $1',
    known.id,
    wish,
    number ?? null,
    t.now,
  );
  const again = known.wish === 'call' ? 'callback_requested_again' : 'callback_requested';
  const type = wish === 'link' ? 'link_requested' : again;
  logEvent(t, { conversationId: known.conversation_id, type, actor: known.name });
}
