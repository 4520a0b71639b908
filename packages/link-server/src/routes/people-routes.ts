import { ChangePersonRequest, CreatePersonRequest, ListPeopleQuery } from '@carillon/contract';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { idempotent } from '../http/idempotency.js';
import { queryOf } from '../http/query.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';
import { changePerson } from '../person/change-person.js';
import { createPerson } from '../person/create-person.js';
import { readPerson } from '../person/find-person.js';
import { forgetPerson } from '../person/forget-person.js';
import { listPeople } from '../person/list-people.js';

/** Routes under `/v1/people`: whom the company knows. Everybody who works here adds to it; only an administrator forgets. */
export const peopleRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps))
    .get('/', async (c) => c.json(await listPeople(deps, queryOf(c, ListPeopleQuery))))
    .post('/', validJson(CreatePersonRequest), idempotent(deps), async (c) =>
      c.json(await createPerson(deps, bodyOf(c, CreatePersonRequest)), 201),
    )
    .get('/:id', async (c) => c.json(await deps.db.read((q) => readPerson(q, idOf(c)))))
    .patch('/:id', validJson(ChangePersonRequest), async (c) =>
      c.json(await changePerson(deps, { personId: idOf(c), change: bodyOf(c, ChangePersonRequest) })),
    )
    .delete('/:id', requireAgent(deps, 'admin'), async (c) => c.json(await forgetPerson(deps, { personId: idOf(c) })));
