import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { readText } from '../http/read-json.js';
import { handleLiveKitWebhook } from '../livekit/handle-webhook.js';
import type { LiveKitEvent } from '../livekit/livekit-event.js';

export type WebhookVerifier = (rawBody: string, authorization: string | undefined) => Promise<LiveKitEvent | null>;

/** `POST /v1/livekit-webhook`: LiveKit's reports. Signed, or refused; a failure to act on one is logged, not repeated. */
export const webhookRoutes = (deps: Deps, verify: WebhookVerifier) =>
  new Hono<AppEnv>().post('/', async (c) => {
    const event = await verify(await readText(c), c.req.header('authorization'));
    if (event)
      await handleLiveKitWebhook(deps, event).catch((error: unknown) =>
        // The reconciler comes by in seconds: LiveKit need not send it again.
        deps.log.warn('webhook_failed', { kind: event.type, error: error instanceof Error ? error.name : 'unknown' }),
      );
    return c.json({ serverNow: deps.now() });
  });
