import type { Deps } from '../deps.js';
import { readEndpoint } from './endpoint-row.js';
import { webhookTopic } from './queue-webhooks.js';

export interface Redeliver {
  readonly endpointId: string;
  /** Null: everything that was given up. */
  readonly messageId: string | null;
}

/**
 * Sends again what was given up, or one message that had arrived: under its old id, and before anything newer about the
 * same thing. An endpoint that was disabled is active again. Returns how many messages that are:
 * 0 for one that is not kept any more.
 * @throws {DomainError} `not_found`
 */
export function redeliver({ db, now }: Deps, { endpointId, messageId }: Redeliver): Promise<number> {
  return db.tx(async (q) => {
    await readEndpoint(q, endpointId);
    const { changes } = await q.run(
      `update webhook_delivery set state = 'waiting', tries = 0, next_at = $3
       where endpoint_id = $1 and (message_id = $2 or ($2 = '' and state = 'dead'))`,
      endpointId,
      messageId ?? '',
      now(),
    );
    await q.run(`update webhook_endpoint set state = 'active', failures = 0 where id = $1`, endpointId);
    q.ring(webhookTopic);
    return changes;
  });
}
