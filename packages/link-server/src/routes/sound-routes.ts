import { soundLimits, soundTypes } from '@carillon/contract';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { byteRange } from '../http/byte-range.js';
import { readBytes } from '../http/read-bytes.js';
import { requireType } from '../http/require-type.js';
import { soundHeaders } from '../http/security-headers.js';
import { idOf } from '../http/valid.js';
import { keepSound } from '../sound/keep-sound.js';
import { readSound } from '../sound/read-sound.js';

/** Routes under `/v1/sounds`: administrators bring what is heard on hold, customers' pages play it. */
export const soundRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .post('/', requireAgent(deps, 'admin'), async (c) => {
      requireType(c, soundTypes, 'sound_unsupported');
      return c.json(await keepSound(deps, await readBytes(c, soundLimits.bytes)), 201);
    })
    .get('/:id', async (c) => {
      const id = idOf(c);
      const etag = `"${id}"`;
      // Only ever these bytes: whoever has them need not be sent them again.
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, { ...soundHeaders, etag });
      const { type, data } = await readSound(deps, id);
      const headers = { ...soundHeaders, etag, 'content-type': type };
      const range = byteRange(c.req.header('range'), data.length);
      if (range === null || (c.req.header('if-range') ?? etag) !== etag) return c.body(data, 200, headers);
      if (range === 'outside') return c.body(null, 416, { ...headers, 'content-range': `bytes */${data.length}` });
      const { first, last } = range;
      return c.body(data.subarray(first, last + 1), 206, {
        ...headers,
        'content-range': `bytes ${first}-${last}/${data.length}`,
      });
    });
