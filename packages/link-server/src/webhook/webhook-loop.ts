import type { Deps } from '../deps.js';
import { logFailure } from '../log/log-failure.js';
import { systemScheduler, type Scheduler } from '../timer/scheduler.js';
import { deliver, type Delivery, type SendWebhook } from './deliver.js';
import { webhookTopic } from './queue-webhooks.js';

/** It sleeps no longer than this: word of another process may have got lost. In milliseconds. */
const maxSleepMs = 5_000;

/** How many messages are on their way at a time, and to one endpoint: one that hangs holds up no other. */
const maxRunning = 32;
const maxOfEndpoint = 8;

/**
 * Sends webhooks when they are due, beside the timers: a receiver that hangs never makes a call ring longer. About one
 * thing only one message is on its way.
 */
export class WebhookLoop {
  readonly #deps: Deps;
  readonly #send: SendWebhook;
  readonly #scheduler: Scheduler;
  readonly #running = new Map<string, { readonly endpointId: string; readonly done: Promise<void> }>();
  #stopListening: (() => void) | undefined;
  #cancelAlarm: (() => void) | undefined;
  #look: Promise<void> | undefined;
  #lookAgain = false;

  constructor(deps: Deps, send: SendWebhook, scheduler: Scheduler = systemScheduler) {
    this.#deps = deps;
    this.#send = send;
    this.#scheduler = scheduler;
  }

  start(): void {
    this.#stopListening ??= this.#deps.db.onRing((topics) => {
      if (topics.has(webhookTopic)) this.#wake();
    });
    this.#wake();
  }

  /** Sends no more, and waits for what is on its way. */
  async stop(): Promise<void> {
    this.#stopListening?.();
    this.#stopListening = undefined;
    await this.#look;
    this.#cancelAlarm?.();
    await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  /** Sends what is due at this moment and waits for it; says how many messages. Works on a loop that is not started. */
  async runDue(): Promise<number> {
    const due = (await this.#heads()).filter(({ next_at }) => next_at <= this.#deps.now());
    await Promise.all(due.map((delivery) => this.#run(delivery)));
    return due.length;
  }

  #wake(): void {
    if (!this.#stopListening) return;
    if (this.#look) {
      this.#lookAgain = true;
      return;
    }
    this.#look = this.#lookAround().finally(() => {
      this.#look = undefined;
      if (this.#lookAgain) this.#wake();
    });
  }

  async #lookAround(): Promise<void> {
    this.#lookAgain = false;
    this.#cancelAlarm?.();
    let sleepMs = maxSleepMs;
    try {
      for (const delivery of await this.#heads()) {
        const inMs = delivery.next_at - this.#deps.now();
        if (inMs > 0) sleepMs = Math.min(sleepMs, inMs);
        else if (this.#hasRoom(delivery)) void this.#run(delivery);
      }
    } catch (error) {
      logFailure(this.#deps.log, 'webhooks_unreadable', error);
    }
    this.#cancelAlarm = this.#scheduler.after(sleepMs, () => this.#wake());
  }

  /** For each endpoint, the oldest waiting message about each thing, earliest first; those on their way left out. */
  async #heads(): Promise<Delivery[]> {
    const rows = await this.#deps.db.read((q) =>
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
    return rows.filter((row) => !this.#running.has(keyOf(row)));
  }

  #hasRoom({ endpoint_id }: Delivery): boolean {
    const ofEndpoint = [...this.#running.values()].filter(({ endpointId }) => endpointId === endpoint_id).length;
    return this.#running.size < maxRunning && ofEndpoint < maxOfEndpoint;
  }

  #run(delivery: Delivery): Promise<void> {
    const key = keyOf(delivery);
    const done = deliver(this.#deps, this.#send, delivery)
      .catch((error: unknown) => logFailure(this.#deps.log, 'webhook_failed', error))
      .finally(() => {
        this.#running.delete(key);
        this.#wake();
      });
    this.#running.set(key, { endpointId: delivery.endpoint_id, done });
    return done;
  }
}

const keyOf = ({ endpoint_id, message_id }: Delivery) => `${endpoint_id} ${message_id}`;
