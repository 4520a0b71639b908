import type { Deps } from '../deps.js';
import { logFailure } from '../log/log-failure.js';
import { DueLoop } from '../timer/due-loop.js';
import { systemScheduler, type Scheduler } from '../timer/scheduler.js';
import { deliver, type Delivery, type SendWebhook } from './deliver.js';
import { webhookTopic } from './queue-webhooks.js';

/** How many messages are on their way at a time, and to one endpoint: one that hangs holds up no other. */
const maxRunning = 32;
const maxOfEndpoint = 8;

/**
 * Sends webhooks when they are due, beside the timers: a receiver that hangs never makes a call ring longer. About one
 * thing only one message is on its way.
 */
export class WebhookLoop extends DueLoop<Delivery> {
  constructor(deps: Deps, send: SendWebhook, scheduler: Scheduler = systemScheduler) {
    super(deps, scheduler, {
      topic: webhookTopic,
      maxSleepMs: 5_000,
      waiting: () => readHeads(deps),
      keyOf: ({ endpoint_id, message_id }) => `${endpoint_id} ${message_id}`,
      dueAt: ({ next_at }) => next_at,
      hasRoom: ({ endpoint_id }, running) =>
        running.size < maxRunning &&
        [...running.values()].filter(({ item }) => item.endpoint_id === endpoint_id).length < maxOfEndpoint,
      run: (delivery) =>
        deliver(deps, send, delivery).catch((error: unknown) => logFailure(deps.log, 'webhook_failed', error)),
      unreadable: 'webhooks_unreadable',
    });
  }
}

/** For each endpoint, the oldest waiting message about each thing, earliest first. */
const readHeads = ({ db }: Deps): Promise<Delivery[]> =>
  db.read((q) =>
    q.all<Delivery>(
      `select d.endpoint_id, d.message_id, d.body, d.tries, d.next_at
       from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
       where d.state = 'waiting' and e.state = 'active' and not exists (
         select 1 from webhook_delivery b
         where b.endpoint_id = d.endpoint_id and b.about = d.about and b.n < d.n and b.state = 'waiting')
       order by d.next_at, d.created_at, d.message_id limit $1`,
      maxRunning * 4,
    ),
  );
