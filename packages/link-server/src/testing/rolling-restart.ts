import { routes } from '@carillon/contract';
import { EventFrames } from './event-frames.js';
import { signIn } from './demo-process.js';
import { startReverseProxy } from './reverse-proxy.js';
import type { ServerProcess } from './server-process.js';

export interface RollingRestart {
  readonly requests: number;
  /** Requests that were not answered, or by something else than what they ask for. */
  readonly failed: readonly string[];
  /** How often a page's stream came back at another server. */
  readonly resumed: number;
  readonly events: number;
  readonly missed: number;
  readonly twice: number;
  /** How long a page was without its stream, in milliseconds, sorted. */
  readonly gapsMs: readonly number[];
}

const pages = 10;
const json = { 'content-type': 'application/json' };

/**
 * Two servers behind a proxy are replaced one after the other, while so many requests a second come and agents' pages
 * listen. Requests that change something carry an `Idempotency-Key`, so that the proxy may repeat them.
 */
export async function rollingRestart(
  start: () => Promise<ServerProcess>,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<RollingRestart> {
  const proxy = await startReverseProxy();
  const first = await Promise.all([start(), start()]);
  let servers: readonly ServerProcess[] = first;
  proxy.serve(servers.map(({ url }) => url));
  const bearer = await signIn(proxy.url, 'ana');
  const failed: string[] = [];
  const send = async (method: string, path: string, body?: unknown, key?: string) => {
    try {
      const answer = await fetch(`${proxy.url}${path}`, {
        method,
        headers: {
          ...json,
          authorization: `Bearer ${bearer}`,
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) failed.push(`${method} ${path.slice(0, 12)} ${answer.status} ${text.slice(0, 80)}`);
      return text;
    } catch (error) {
      failed.push(`${method} ${path.slice(0, 12)} ${error instanceof Error ? error.message : 'unknown'}`);
      return '';
    }
  };
  const { url } = JSON.parse(
    await send('POST', routes.links, { displayName: 'Marija', configuration: 'reusable' }),
  ) as {
    url: string;
  };
  const code = url.slice(url.lastIndexOf('/') + 1);
  const kinds = [
    () => send('GET', routes.join(code)),
    (i: number) => send('POST', routes.links, { displayName: 'Marija' }, `rolling-restart-${i}`),
    () => send('POST', routes.agentPresence, {}),
    (i: number) => send('PUT', routes.agentStatus, { status: i % 8 < 4 ? 'away' : 'busy' }),
  ];

  let over = false;
  const listening = Array.from({ length: pages }, () => listen(proxy.url, bearer, () => over));
  const sent: Promise<string>[] = [];
  const began = performance.now();
  const total = perSecond * seconds;
  const loaded = new Promise<void>((resolve) => {
    const tick = setInterval(() => {
      // As many as are due by now: even when this process was busy with something else.
      const due = Math.min(total, Math.floor(((performance.now() - began) / 1_000) * perSecond));
      while (sent.length < due) sent.push((kinds[sent.length % kinds.length] ?? kinds[0]!)(sent.length));
      if (sent.length < total) return;
      clearInterval(tick);
      resolve();
    }, 5);
  });
  for (const old of first) {
    const successor = await start();
    servers = [...servers.filter((one) => one !== old), successor];
    // Both are known to the proxy until the old one takes nothing any more.
    proxy.serve([old, ...servers].map((one) => one.url));
    await old.stop();
    proxy.serve(servers.map((one) => one.url));
  }
  await loaded;
  await Promise.all(sent);
  over = true;
  // One more thing to hear, by which every page knows that it has heard all.
  await send('PUT', routes.agentStatus, { status: 'active' });
  const told = await Promise.all(listening);
  await Promise.all(servers.map((server) => server.stop()));
  await proxy.stop();
  const sum = (of: 'resumed' | 'events' | 'missed' | 'twice') => told.reduce((all, page) => all + page[of], 0);
  return {
    requests: sent.length,
    failed,
    resumed: sum('resumed'),
    events: sum('events'),
    missed: sum('missed'),
    twice: sum('twice'),
    gapsMs: told.flatMap(({ gapsMs }) => gapsMs).sort((a, b) => a - b),
  };
}

/** An agent's page that listens, and comes back with the last number it knows whenever its stream ends. */
async function listen(url: string, bearer: string, over: () => boolean) {
  const told = { resumed: -1, events: 0, missed: 0, twice: 0, gapsMs: [] as number[] };
  let position: number | undefined;
  let lostAt = performance.now();
  for (;;) {
    const frames = new EventFrames(
      await fetch(`${url}${routes.agentEvents}`, {
        headers: {
          authorization: `Bearer ${bearer}`,
          ...(position === undefined ? {} : { 'last-event-id': String(position) }),
        },
      }),
    );
    told.resumed++;
    if (told.resumed > 0) told.gapsMs.push(performance.now() - lostAt);
    for (let frame = await frames.next(); frame; frame = await frames.next().catch(() => undefined)) {
      if (frame.event === 'hello') position ??= (frame.data as { position: number }).position;
      if (frame.id === undefined || position === undefined) continue;
      if (frame.id <= position) told.twice++;
      else told.missed += frame.id - position - 1;
      position = Math.max(position, frame.id);
      told.events++;
      if (over() && (frame.data as { status?: string }).status === 'active') {
        await frames.cancel();
        return told;
      }
    }
    lostAt = performance.now();
  }
}
