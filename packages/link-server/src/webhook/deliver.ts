import type { Deps } from '../deps.js';
import type { Query } from '../store/database.js';
import { readEndpoint, type EndpointRow } from './endpoint-row.js';
import type { PostWebhook, WebhookOutcome } from './post-webhook.js';
import { webhookTopic } from './queue-webhooks.js';
import { retryDelayMs } from './retry-delay.js';
import { signWebhook } from './sign-webhook.js';

/** A message that waits to be sent, the oldest about its thing. */
export interface Delivery {
  readonly endpoint_id: string;
  readonly message_id: string;
  readonly body: string;
  readonly tries: number;
  readonly next_at: number;
}

export type SendWebhook = (message: PostWebhook) => Promise<WebhookOutcome>;

/** An attempt that nobody finished, as its server was killed, is made again after this long. */
const leaseMs = 30_000;

const answered = (outcome: WebhookOutcome) => ('status' in outcome ? outcome.status : null);

/**
 * Sends a message once and writes down what came of it. Receivers hear everything at least once: a crash between the
 * answer and this record repeats the message under its old id.
 */
export async function deliver(deps: Deps, send: SendWebhook, delivery: Delivery, random = Math.random): Promise<void> {
  const endpoint = await claim(deps, delivery);
  if (!endpoint) return;
  const { message_id: id, body } = delivery;
  const at = deps.now();
  const also = endpoint.old_secret !== null && (endpoint.old_secret_until ?? 0) > at ? [endpoint.old_secret] : [];
  const headers = signWebhook({ id, body, at }, [endpoint.secret, ...also]);
  const outcome = await send({ url: endpoint.url, headers, body });
  await deps.db.tx((q) => settle(q, deps, delivery, outcome, random()));
}

/** Takes the message for this process. The look before may be stale: only this update decides. */
function claim({ db, now }: Deps, { endpoint_id, message_id, next_at }: Delivery): Promise<EndpointRow | null> {
  return db.tx(async (q) => {
    const { changes } = await q.run(
      `update webhook_delivery set next_at = $4
       where endpoint_id = $1 and message_id = $2 and state = 'waiting' and next_at = $3`,
      endpoint_id,
      message_id,
      next_at,
      now() + leaseMs,
    );
    return changes === 1 ? await readEndpoint(q, endpoint_id) : null;
  });
}

async function settle(
  q: Query,
  { now, log }: Deps,
  { endpoint_id, message_id, tries }: Delivery,
  outcome: WebhookOutcome,
  random: number,
): Promise<void> {
  const status = answered(outcome);
  const error = 'error' in outcome ? outcome.error : null;
  const arrived = status !== null && status >= 200 && status < 300;
  const pause = arrived || status === 410 ? null : retryDelayMs(tries + 1, random);
  const state = arrived ? 'delivered' : pause === null ? 'dead' : 'waiting';
  await q.run(
    `update webhook_delivery set state = $3, tries = $4, next_at = $5, last_status = $6, last_error = $7
     where endpoint_id = $1 and message_id = $2`,
    endpoint_id,
    message_id,
    state,
    tries + 1,
    now() + (pause ?? 0),
    status,
    error,
  );
  if (arrived) {
    await q.run('update webhook_endpoint set failures = 0, last_success_at = $2 where id = $1', endpoint_id, now());
  } else {
    await q.run(
      'update webhook_endpoint set failures = failures + 1, last_failure_at = $2 where id = $1',
      endpoint_id,
      now(),
    );
    log.warn('webhook_not_delivered', { status, reason: error, tries: tries + 1 });
  }
  if (status === 410) await disable(q, endpoint_id);
  q.ring(webhookTopic);
}

/** Gone for good, says the receiver (Standard Webhooks). What waits can be sent again once somebody has looked. */
async function disable(q: Query, endpointId: string): Promise<void> {
  await q.run(`update webhook_endpoint set state = 'disabled' where id = $1`, endpointId);
  await q.run(`update webhook_delivery set state = 'dead' where endpoint_id = $1 and state = 'waiting'`, endpointId);
}
