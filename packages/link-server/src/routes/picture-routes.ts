import { pictureLimits, pictureTypes, UploadPictureQuery } from '@carillon/contract';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { queryOf } from '../http/query.js';
import { readBytes } from '../http/read-bytes.js';
import { requireType } from '../http/require-type.js';
import { pictureHeaders } from '../http/security-headers.js';
import { idOf } from '../http/valid.js';
import { keepPicture } from '../picture/keep-picture.js';
import { readPicture } from '../picture/read-picture.js';

/** Routes under `/v1/pictures`: administrators bring logos and backgrounds, customers' pages show them. */
export const pictureRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .post('/', requireAgent(deps, 'admin'), async (c) => {
      const { use } = queryOf(c, UploadPictureQuery);
      requireType(c, pictureTypes, 'picture_unsupported');
      const file = await readBytes(c, pictureLimits.bytes[use]);
      return c.json(await keepPicture(deps, { file, use }), 201);
    })
    .get('/:id', async (c) => {
      const id = idOf(c);
      // Only ever these bytes: whoever has them need not be sent them again.
      const headers = { ...pictureHeaders, etag: `"${id}"` };
      if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
      return c.body(await readPicture(deps, id), 200, headers);
    });
