/**
 * A link-server in a process of its own, as benchmarks load it: the real routes, middleware and store, LiveKit alone is
 * not asked, as its time is not ours. Beside the real routes it has `/bench/…`: what a request costs without them. Takes
 * orders over IPC, one at a time.
 */
import { CreateCallLinkRequest } from '@carillon/contract';
import { Hono } from 'hono';
import { createAgent } from '../../packages/link-server/src/agent/create-agent.js';
import { openAgentSession } from '../../packages/link-server/src/agent/open-agent-session.js';
import { createApp } from '../../packages/link-server/src/app.js';
import { createCallLink } from '../../packages/link-server/src/call-link/create-call-link.js';
import { redeemCallLink } from '../../packages/link-server/src/call-link/redeem-call-link.js';
import { ensureConfigurations } from '../../packages/link-server/src/call-link/ensure-configurations.js';
import { ensureQueue } from '../../packages/link-server/src/queue/ensure-queue.js';
import { demoBrand, ensureDemoCompany } from '../../packages/link-server/src/demo/demo-company.js';
import type { Deps } from '../../packages/link-server/src/deps.js';
import type { AppEnv } from '../../packages/link-server/src/http/app-env.js';
import { everyApiRequest, everyRequest } from '../../packages/link-server/src/http/chain.js';
import { listen } from '../../packages/link-server/src/http/listen.js';
import { bodyOf, validJson } from '../../packages/link-server/src/http/valid.js';
import { hostTokenIssuer, hostTokenVerifier } from '../../packages/link-server/src/identity/host-token.js';
import { randomIds } from '../../packages/link-server/src/ids.js';
import { FakeLiveKitGateway } from '../../packages/link-server/src/livekit/fake-livekit-gateway.js';
import { webhookVerifier } from '../../packages/link-server/src/livekit/verify-webhook.js';
import { jsonLogger } from '../../packages/link-server/src/log/json-logger.js';
import { createMetrics } from '../../packages/link-server/src/metrics/metrics.js';
import { createRouter } from '../../packages/link-server/src/queue/router.js';
import { migrate } from '../../packages/link-server/src/store/migrate.js';
import { openStore } from '../../packages/link-server/src/store/open-store.js';
import { DatabaseStreamHub } from '../../packages/link-server/src/stream/database-stream-hub.js';
import { testKey } from '../../packages/link-server/src/testing/create-test-deps.js';
import { testHostToken } from '../../packages/link-server/src/testing/http-bench.js';
import { LiveKitTokenMinter } from '../../packages/link-server/src/token/livekit-token-minter.js';
import { agentStream } from '../../packages/link-server/src/transition/publish-changes.js';
import { hashSecret } from '../../packages/link-server/src/transition/hash-secret.js';
import { limits } from '@carillon/contract';

/** What the benchmark asks of this process. */
export type Order =
  | { readonly do: 'links'; readonly count: number }
  | { readonly do: 'agents'; readonly count: number }
  | { readonly do: 'sessions'; readonly count: number }
  | { readonly do: 'calls'; readonly count: number; readonly queues: number }
  | { readonly do: 'free' | 'away' | 'route' | 'rung' }
  | { readonly do: 'tell'; readonly times: number }
  | { readonly do: 'forget' }
  | { readonly do: 'cpu' };

const store = await openStore({
  dataFolder: process.env['DATA_DIR'] ?? '',
  databaseUrl: process.env['DATABASE_URL'] ?? null,
});
const { db } = store;
await migrate(db, Date.now());
const deps: Deps = {
  db,
  serverId: randomIds.id('srv'),
  now: Date.now,
  ids: randomIds,
  livekit: new FakeLiveKitGateway(),
  tokens: new LiveKitTokenMinter(testKey),
  streams: new DatabaseStreamHub(db),
  router: createRouter(),
  settings: { ...limits, publicUrl: 'https://call.example', livekitUrl: 'wss://media.example', mailDomain: null },
  log: jsonLogger((line) => process.stdout.write(`${line}\n`), Date.now),
};
await ensureDemoCompany(deps);
const issue = hostTokenIssuer(testHostToken);
const unlimited = 1e9;
const real = createApp(deps, {
  allowedOrigins: ['https://desk.example'],
  verifyHostToken: hostTokenVerifier(testHostToken),
  verifyWebhook: webhookVerifier(testKey),
  issueDemoToken: issue,
  brandName: 'Northwind',
  assets: {},
  mediaStatusFile: null,
  limits: { perAddress: unlimited, perLink: unlimited, linksPerAgent: unlimited },
});

const newLink = (displayName: string | undefined) => {
  const code = deps.ids.code();
  const link = { id: deps.ids.id('lnk'), hash: hashSecret(code), kind: 'one-time', displayName };
  return { ...link, url: `${deps.settings.publicUrl}/j/${code}`, serverNow: deps.now() };
};
const chain = {
  metrics: createMetrics(deps, { streams: () => 0, process: false }),
  log: deps.log,
  secure: true,
  now: deps.now,
  origins: ['https://desk.example'],
  publicUrl: deps.settings.publicUrl,
  perAddress: unlimited,
  addressOf: () => '203.0.113.9',
};
/** The same work behind nothing, and behind all that a request to the API goes through. */
const bare = new Hono<AppEnv>().post('/bench/bare', validJson(CreateCallLinkRequest), (c) =>
  c.json(newLink(bodyOf(c, CreateCallLinkRequest).displayName), 201),
);
const guarded = new Hono<AppEnv>()
  .use(...everyRequest(chain))
  .use(...everyApiRequest(chain))
  .post('/bench/no-store', validJson(CreateCallLinkRequest), (c) =>
    c.json(newLink(bodyOf(c, CreateCallLinkRequest).displayName), 201),
  )
  .post('/bench/jwt', validJson(CreateCallLinkRequest), async (c) => {
    const [room, identity] = [deps.ids.id('rom'), deps.ids.id('par')];
    const token = await deps.tokens.mint({ role: 'customer', room, identity });
    return c.json({ ...newLink(bodyOf(c, CreateCallLinkRequest).displayName), token }, 201);
  });
const listener = await listen({ host: '127.0.0.1', port: 0 });
listener.serve((request, env) => {
  const path = request.url.slice(request.url.indexOf('/', 8));
  if (path === '/bench/bare') return bare.fetch(request, env);
  return (path.startsWith('/bench/') ? guarded : real).fetch(request, env);
});

const codeOf = ({ url }: { readonly url: string }) => url.slice(url.lastIndexOf('/') + 1);
const many = <T>(count: number, make: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => make(i)));
/** How many agents a queue has that a benchmark makes. */
const agentsOfQueue = 10;

/** A queue of its own, with a link configuration that leads there. */
async function benchQueue(i: number): Promise<string> {
  const key = `bench-${i}`;
  const queueId = await ensureQueue(deps, { key, name: `Queue ${i}` });
  await ensureConfigurations(deps, [{ key, kind: 'one-time', queueId, lifeMs: 3_600_000, brand: demoBrand }]);
  return queueId;
}

async function carryOut(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'links':
      return many(order.count, async () =>
        codeOf(await createCallLink(deps, { agentId: null, displayName: 'Bench', configuration: 'default' })),
      );
    case 'agents': {
      const queues = await many(Math.ceil(order.count / agentsOfQueue), benchQueue);
      await many(order.count, (i) => {
        const queueIds = [queues[i % queues.length] ?? ''];
        return createAgent(deps, { externalId: deps.ids.id('ext'), name: `Agent ${i}`, role: 'agent', queueIds });
      });
      // Active, and not there yet.
      return db.tx((q) => q.run(`update agent set status = 'active', presence_until = 0 where name like 'Agent %'`));
    }
    case 'sessions': {
      const rows = await db.read((q) =>
        q.all<{ ext_id: string }>(`select ext_id from agent where name like 'Agent %' limit ${order.count}`),
      );
      return Promise.all(rows.map(async ({ ext_id: extId }) => (await openAgentSession(deps, { extId })).bearer));
    }
    case 'calls':
      return (await many(order.count, (i) => startCall(`bench-${i % order.queues}`))).length;
    case 'free':
      // All of them come in at the same moment.
      return presence(Date.now() + 3_600_000);
    case 'away':
      return presence(0);
    case 'route':
      return deps.router.route(deps);
    case 'rung':
      return db.read((q) =>
        q.get(`select count(*) as offers, count(distinct agent_id) as agents, count(distinct call_id) as calls,
          (select count(*) from call where state = 'queued') as waiting from offer where state = 'ringing'`),
      );
    case 'tell': {
      // What was committed just now, told to all who listen; the commits themselves are another benchmark's.
      const rows = await db.read((q) => q.all<{ id: string }>(`select id from agent where name like 'Agent %'`));
      for (let i = 0; i < order.times; i++) {
        deps.streams.deliver(
          rows.map(({ id }) => {
            const stream = agentStream(id);
            const n = (told.get(stream) ?? 0) + 1;
            told.set(stream, n);
            return { stream, n, type: 'conversation', body: toldBody, at: deps.now() };
          }),
        );
        await new Promise(setImmediate);
      }
      return null;
    }
    case 'forget':
      return db.tx((q) => q.script(forgotten));
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      return user + system;
    }
  }
}

/** How many events each stream was told, and what each says: as long as a conversation of the list is. */
const told = new Map<string, number>();
const toldBody = JSON.stringify({ id: 'con_0123456789abcdefghijkl', title: 'x'.repeat(300) });

/** Until when agents are there; customers are, however long it took to make so many. */
const presence = (until: number) =>
  db.tx(async (q) => {
    await q.run('update call set customer_until = $1', Date.now() + 3_600_000);
    return q.run(`update agent set presence_until = $1 where name like 'Agent %'`, until);
  });

/** Waiting calls and everything about them, children first. */
const forgotten = ['event', 'stream', 'timer', 'outbox', 'wrapup', 'offer', 'conversation_event', 'call', 'call_link']
  .concat(['conversation'])
  .map((table) => `delete from ${table};`)
  .join('');

async function startCall(configuration: string): Promise<void> {
  const link = await createCallLink(deps, { agentId: null, displayName: 'Bench', configuration });
  await redeemCallLink(deps, { code: codeOf(link), secret: deps.ids.secret(), medium: 'audio' });
}

process.on('message', (order: Order) => {
  carryOut(order).then(
    (result) => process.send?.({ result: result ?? null }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : 'unknown' }),
  );
});
process.send?.({ url: `http://127.0.0.1:${listener.port}`, token: await issue('ana') });
