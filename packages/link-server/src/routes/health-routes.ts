import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';

export interface HealthOptions {
  /** True while the server finishes what it has and takes nothing new. */
  readonly draining: () => boolean;
  /** Where the start script says how far the media server is built; null where it is not ours to build. */
  readonly mediaStatusFile: string | null;
}

/** `/healthz`, `/readyz` and `/v1/media-status`. */
export const healthRoutes = ({ db }: Deps, { draining, mediaStatusFile }: HealthOptions) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'alive' }))
    .get('/readyz', async (c) => {
      if (draining()) return c.json({ status: 'draining' }, 503);
      const answers = await db.read((q) => q.get('select 1 as one')).catch(() => null);
      return answers ? c.json({ status: 'ready' }) : c.json({ status: 'unavailable' }, 503);
    })
    .get('/v1/media-status', async (c) => c.json(await mediaStatus(mediaStatusFile)));

interface MediaStatus {
  readonly state: 'ready' | 'building';
  readonly step?: number;
  readonly of?: number;
}

async function mediaStatus(file: string | null): Promise<MediaStatus> {
  if (file === null) return { state: 'ready' };
  try {
    const { state, step, of } = JSON.parse(await readFile(file, 'utf8')) as MediaStatus;
    return state === 'building'
      ? { state, ...(step === undefined ? {} : { step }), ...(of === undefined ? {} : { of }) }
      : { state: 'ready' };
  } catch {
    return { state: 'ready' };
  }
}
