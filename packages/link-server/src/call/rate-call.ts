import type { Done } from '@carillon/contract';
import { findLink } from '../call-link/find-link.js';
import { readConfigurationById, settingsOf } from '../call-link/read-configuration.js';
import { logEvent } from '../conversation/log-event.js';
import { readCompany } from '../company/settings.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import type { Transition } from '../transition/transition.js';
import { findCustomerCall, type CustomerKey } from './find-customer-call.js';

/** How long after its end a call may be rated: later, nobody remembers it. */
export const rateWithinMs = 60 * 60_000;

export interface RateCall extends CustomerKey {
  /** 1, bad, to 5, very good. */
  readonly rating: number;
}

/**
 * Keeps how the customer found their call, in the conversation's timeline, where agents see it. Another rating takes the
 * place of the first. @throws {DomainError} `link_unavailable`, `session_expired`, `rating_not_allowed`
 */
export function rateCall(deps: Deps, { rating, ...key }: RateCall): Promise<Done> {
  return transition(deps, async (t) => {
    const call = await findCustomerCall(t.q, key);
    const over = call.established_at !== null && call.ended_at !== null && t.now - call.ended_at < rateWithinMs;
    if (!over || !(await isAskedFor(t, key))) throw new DomainError('rating_not_allowed');
    const { changes } = await t.q.run(
      `update conversation_event set text = $2 where conversation_id = $3 and ref = $1 and type = 'call_rated'`,
      call.id,
      String(rating),
      call.conversation_id,
    );
    if (changes > 0) t.conversations.add(call.conversation_id);
    else
      logEvent(t, {
        conversationId: call.conversation_id,
        type: 'call_rated',
        actor: call.caller_name,
        text: String(rating),
        ref: call.id,
      });
    return { serverNow: t.now };
  });
}

async function isAskedFor({ q }: Transition, { code }: CustomerKey): Promise<boolean> {
  if ((await readCompany(q)).rating !== 1) return false;
  const link = await findLink(q, code);
  return settingsOf(await readConfigurationById(q, link.configuration_id)).rating;
}
