import { createCallCenter } from './call-center.js';
import { createEndpoint } from '../webhook/create-endpoint.js';
import type { PostWebhook, WebhookOutcome } from '../webhook/post-webhook.js';
import { WebhookLoop } from '../webhook/webhook-loop.js';

/** A message as it was sent. */
export interface SentWebhook extends PostWebhook {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A call center with one endpoint, whose receiver answers as the test says. */
export async function createWebhookBench() {
  const center = await createCallCenter();
  const { endpoint, secret } = await createEndpoint(center.deps, 'public', { url: 'https://hooks.example/' });
  const sent: SentWebhook[] = [];
  /** What the receiver does with a message. */
  const receiver: { answer: (message: SentWebhook) => Promise<WebhookOutcome> } = {
    answer: async () => ({ status: 200 }),
  };
  const loop = new WebhookLoop(
    center.deps,
    (message) => {
      const { type, data } = JSON.parse(message.body) as Pick<SentWebhook, 'type' | 'data'>;
      const one = { ...message, id: message.headers['webhook-id'] ?? '', type, data };
      sent.push(one);
      return receiver.answer(one);
    },
    center.clock,
  );
  /** Sends until nothing is due. */
  async function deliver(): Promise<void> {
    while (await loop.runDue());
  }
  return {
    ...center,
    endpointId: endpoint.id,
    secret,
    sent,
    receiver,
    types: () => sent.map(({ type }) => type),
    loop,
    deliver,
    /** Moves the clock, without timers, and sends what is due then. */
    async later(ms: number): Promise<void> {
      center.clock.moveTo(center.deps.now() + ms);
      await deliver();
    },
  };
}

export type WebhookBench = Awaited<ReturnType<typeof createWebhookBench>>;
