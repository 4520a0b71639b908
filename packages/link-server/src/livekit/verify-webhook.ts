import { WebhookReceiver, type WebhookEvent } from 'livekit-server-sdk';
import { DomainError } from '../domain-error.js';
import type { LiveKitKey } from '../token/livekit-token-minter.js';
import { livekitEventTypes, type LiveKitEvent, type LiveKitEventType } from './livekit-event.js';

/**
 * Makes a function that checks a webhook's signature over its raw body. It answers null for an authentic event that this
 * server has no use for.
 */
export function webhookVerifier({ apiKey, apiSecret }: LiveKitKey) {
  const receiver = new WebhookReceiver(apiKey, apiSecret);

  /** @throws {DomainError} `unauthenticated` when the signature is missing, wrong, expired or over another body. */
  return async function verifyWebhook(rawBody: string, authorization: string | undefined): Promise<LiveKitEvent | null> {
    let event: WebhookEvent;
    try {
      event = await receiver.receive(rawBody, authorization);
    } catch (cause) {
      throw new DomainError('unauthenticated', { cause });
    }
    return toLiveKitEvent(event);
  };
}

const isKnown = (type: string): type is LiveKitEventType => (livekitEventTypes as readonly string[]).includes(type);

function toLiveKitEvent({ id, event, room, participant, createdAt }: WebhookEvent): LiveKitEvent | null {
  if (!isKnown(event) || !id || !room?.name) return null;
  return { id, type: event, room: room.name, identity: participant?.identity || null, at: Number(createdAt) * 1_000 };
}
