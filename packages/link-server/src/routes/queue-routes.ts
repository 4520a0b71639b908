import { ChangeQueueRequest, CreateQueueRequest, PageQuery } from '@carillon/contract';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { idempotent } from '../http/idempotency.js';
import { queryOf } from '../http/query.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';
import { archiveQueue } from '../queue/archive-queue.js';
import { changeQueue } from '../queue/change-queue.js';
import { createQueue } from '../queue/create-queue.js';
import { listQueues } from '../queue/list-queues.js';

/** Routes under `/v1/queues`: an administrator sets up where calls wait. */
export const queueRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps, 'admin'))
    .get('/', async (c) => c.json(await listQueues(deps, queryOf(c, PageQuery))))
    .post('/', validJson(CreateQueueRequest), idempotent(deps), async (c) =>
      c.json(await createQueue(deps, bodyOf(c, CreateQueueRequest)), 201),
    )
    .patch('/:id', validJson(ChangeQueueRequest), async (c) =>
      c.json(await changeQueue(deps, { queueId: idOf(c), change: bodyOf(c, ChangeQueueRequest) })),
    )
    .delete('/:id', async (c) => c.json(await archiveQueue(deps, { queueId: idOf(c) })));
