import {
  AddBackgroundImageQuery,
  BackgroundChoice,
  backgroundLimits,
  pictureLimits,
  pictureTypes,
} from '@carillon/contract';
import { Hono } from 'hono';
import { addBackgroundImage } from '../background/add-background-image.js';
import { chooseBackground } from '../background/choose-background.js';
import { listBackgroundImages } from '../background/list-background-images.js';
import { readBackgroundImage } from '../background/read-background-image.js';
import { readBackground } from '../background/read-background.js';
import { removeBackgroundImage } from '../background/remove-background-image.js';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { limitByAgent } from '../http/limit-requests.js';
import { queryOf } from '../http/query.js';
import { readBytes } from '../http/read-bytes.js';
import { requireType } from '../http/require-type.js';
import { ownPictureHeaders } from '../http/security-headers.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';

/** Routes under `/v1/agent/background`: an agent's own choice and pictures, for themselves alone (BGD-3). */
export const backgroundRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps))
    .get('/', async (c) => c.json(await readBackground(deps, { agentId: c.get('agentId') })))
    .put('/', validJson(BackgroundChoice), async (c) =>
      c.json(await chooseBackground(deps, { agentId: c.get('agentId'), choice: bodyOf(c, BackgroundChoice) })),
    )
    .get('/images', async (c) => c.json(await listBackgroundImages(deps, { agentId: c.get('agentId') })))
    // Decoding is dear: whoever took over a session cannot keep the server busy with it.
    .post('/images', limitByAgent(backgroundLimits.addedPerMinute, deps.now), async (c) => {
      const { name = '' } = queryOf(c, AddBackgroundImageQuery);
      requireType(c, pictureTypes, 'picture_unsupported');
      const file = await readBytes(c, pictureLimits.bytes.background);
      return c.json(await addBackgroundImage(deps, { agentId: c.get('agentId'), file, name }), 201);
    })
    .get('/images/:id', async (c) => {
      const id = idOf(c);
      const data = await readBackgroundImage(deps, { agentId: c.get('agentId'), imageId: id });
      const headers = { ...ownPictureHeaders, etag: `"${id}"` };
      if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
      return c.body(data, 200, headers);
    })
    .delete('/images/:id', async (c) =>
      c.json(await removeBackgroundImage(deps, { agentId: c.get('agentId'), imageId: idOf(c) })),
    );
