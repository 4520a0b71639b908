import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import { bearerOf } from '../http/bearer.js';
import { callerAddress } from '../http/caller-address.js';
import type { AppContext, AppEnv } from '../http/app-env.js';
import { isLoopback } from '../webhook/forbidden-address.js';
import type { Metrics } from '../metrics/metrics.js';
import { sameSecret } from '../http/same-secret.js';
import { DomainError } from '../domain-error.js';

export interface HealthOptions {
  /** True while the server finishes what it has and takes nothing new. */
  readonly draining: () => boolean;
  readonly metrics: Metrics;
  /** Who may read the metrics from elsewhere; null: nobody. */
  readonly metricsToken: string | null;
  /** Where the start script says how far the media server is built; null where it is not ours to build. */
  readonly mediaStatusFile: string | null;
}

/** `/healthz`, `/readyz`, `/metrics` and `/v1/media-status`. */
export const healthRoutes = (deps: Deps, options: HealthOptions) => {
  const mediaAnswers = remembered(() => deps.livekit.listRooms(['rom_none']), deps.now);
  return new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'alive' }))
    .get('/readyz', async (c) => {
      if (options.draining()) return c.json({ status: 'draining' }, 503);
      const database = deps.db.read((q) => q.get('select 1 as one')).then(Boolean, () => false);
      const [hasDatabase, hasMedia] = await Promise.all([database, mediaAnswers()]);
      if (hasDatabase && hasMedia) return c.json({ status: 'ready' });
      return c.json({ status: 'unavailable', database: hasDatabase, media: hasMedia }, 503);
    })
    .get('/metrics', async (c) => {
      if (!mayMeasure(c, options.metricsToken)) throw new DomainError('not_found');
      return c.body(await options.metrics.text(), 200, { 'content-type': options.metrics.contentType });
    })
    .get('/v1/media-status', async (c) => c.json(await mediaStatus(options.mediaStatusFile)));
};

/** How long an answer about the media server counts: whoever asks often does not pass it on. */
const rememberMs = 2_000;
/** A media server that takes longer than this can take no call. */
const patienceMs = 2_000;

/** Whether something answers, asked once for everybody who wants to know at the same time. */
function remembered(ask: () => Promise<unknown>, now: () => number): () => Promise<boolean> {
  let answer = Promise.resolve(false);
  let until = -Infinity;
  return () => {
    if (now() < until) return answer;
    until = now() + rememberMs;
    answer = new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), patienceMs);
      const say = (answers: boolean) => {
        clearTimeout(late);
        resolve(answers);
      };
      ask().then(
        () => say(true),
        () => say(false),
      );
    });
    return answer;
  };
}

/** Programs on this machine may, unless a proxy speaks for somebody; others with the token. */
function mayMeasure(c: AppContext, token: string | null): boolean {
  if (token !== null && sameSecret(bearerOf(c) ?? '', token)) return true;
  const forwarded = c.req.header('x-forwarded-for') ?? c.req.header('forwarded');
  return forwarded === undefined && isLoopback(callerAddress(c).replace(/^::ffff:/, ''));
}

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
