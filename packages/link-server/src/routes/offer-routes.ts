import { Empty } from '@carillon/contract';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { idempotent } from '../http/idempotency.js';
import { idOf, validJson } from '../http/valid.js';
import { acceptOffer } from '../offer/accept-offer.js';
import { declineOffer } from '../offer/decline-offer.js';
import { offerToken } from '../offer/offer-token.js';

/** Routes under `/v1/offers`: a ringing call, answered or not. */
export const offerRoutes = (deps: Deps) => {
  const once = idempotent(deps);
  return new Hono<AppEnv>()
    .use(requireAgent(deps))
    .post('/:id/token', validJson(Empty), async (c) =>
      c.json(await offerToken(deps, { agentId: c.get('agentId'), offerId: idOf(c) })),
    )
    .post('/:id/accept', validJson(Empty), once, async (c) =>
      c.json(await acceptOffer(deps, { agentId: c.get('agentId'), offerId: idOf(c) })),
    )
    .post('/:id/decline', validJson(Empty), once, async (c) =>
      c.json(await declineOffer(deps, { agentId: c.get('agentId'), offerId: idOf(c) })),
    );
};
