import {
  CreateWebhookEndpointRequest,
  Empty,
  PageQuery,
  RedeliverRequest,
  WebhookDeliveriesQuery,
} from '@carillon/contract';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { queryOf } from '../http/query.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';
import { createEndpoint } from '../webhook/create-endpoint.js';
import { deleteEndpoint } from '../webhook/delete-endpoint.js';
import type { WebhookReach } from '../webhook/forbidden-address.js';
import { listDeliveries } from '../webhook/list-deliveries.js';
import { listEndpoints } from '../webhook/list-endpoints.js';
import { redeliver } from '../webhook/redeliver.js';
import { rotateSecret } from '../webhook/rotate-secret.js';

/** Routes under `/v1/webhook-endpoints`: an administrator says where events are sent, and looks after what was given up. */
export const webhookEndpointRoutes = (deps: Deps, reach: WebhookReach) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps, 'admin'))
    .get('/', async (c) => c.json({ ...(await listEndpoints(deps, queryOf(c, PageQuery))), serverNow: deps.now() }))
    .post('/', validJson(CreateWebhookEndpointRequest), async (c) =>
      c.json(await createEndpoint(deps, reach, bodyOf(c, CreateWebhookEndpointRequest)), 201),
    )
    .delete('/:id', async (c) => {
      await deleteEndpoint(deps, idOf(c));
      return c.json({ serverNow: deps.now() });
    })
    .post('/:id/secret', validJson(Empty), async (c) => c.json(await rotateSecret(deps, idOf(c))))
    .get('/:id/deliveries', async (c) => {
      const page = await listDeliveries(deps, { endpointId: idOf(c), ...queryOf(c, WebhookDeliveriesQuery) });
      return c.json({ ...page, serverNow: deps.now() });
    })
    .post('/:id/redeliver', validJson(RedeliverRequest), async (c) => {
      const { messageId = null } = bodyOf(c, RedeliverRequest);
      return c.json({ redelivered: await redeliver(deps, { endpointId: idOf(c), messageId }), serverNow: deps.now() });
    });
