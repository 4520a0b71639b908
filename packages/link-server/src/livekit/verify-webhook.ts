import { createHash } from 'node:crypto';
import { TokenVerifier, WebhookEvent } from 'livekit-server-sdk';
import { DomainError } from '../domain-error.js';
import type { LiveKitKey } from '../token/livekit-token-minter.js';
import { livekitEventTypes, type LiveKitEvent, type LiveKitEventType } from './livekit-event.js';

/**
 * Makes a function that checks a webhook's signature over its raw body and reads it. It answers null for an authentic
 * event of a kind that this server has no use for.
 */
export function webhookVerifier({ apiKey, apiSecret }: LiveKitKey) {
  const verifier = new TokenVerifier(apiKey, apiSecret);

  /**
   * @throws {DomainError} `unauthenticated` when the signature is missing, wrong, expired or over another body;
   *   `invalid_request` when LiveKit signed it and it is no event. (The SDK's receiver does not tell the two apart.)
   */
  return async function verifyWebhook(
    rawBody: string,
    authorization: string | undefined,
  ): Promise<LiveKitEvent | null> {
    const claims = await verifier.verify(authorization ?? '').catch((cause: unknown) => {
      throw new DomainError('unauthenticated', { cause });
    });
    // Nothing secret is compared: who can read the token knows the hash.
    if (claims.sha256 !== createHash('sha256').update(rawBody).digest('base64'))
      throw new DomainError('unauthenticated');
    return toLiveKitEvent(readEvent(rawBody));
  };
}

function readEvent(rawBody: string): WebhookEvent {
  try {
    return WebhookEvent.fromJson(JSON.parse(rawBody) as Parameters<typeof WebhookEvent.fromJson>[0], {
      ignoreUnknownFields: true,
    });
  } catch (cause) {
    throw new DomainError('invalid_request', { cause });
  }
}

const isKnown = (type: string): type is LiveKitEventType => (livekitEventTypes as readonly string[]).includes(type);

function toLiveKitEvent({ id, event, room, participant, createdAt }: WebhookEvent): LiveKitEvent | null {
  if (!isKnown(event)) return null;
  if (!id || !room?.name) throw new DomainError('invalid_request');
  return { id, type: event, room: room.name, identity: participant?.identity || null, at: Number(createdAt) * 1_000 };
}
