import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { CreateWebhookEndpointRequest, routes } from '@carillon/contract';
import { AccessToken } from 'livekit-server-sdk';
import { DomainError } from '../domain-error.js';
import { assertRefused, rowsOf, type BadInput } from '../testing/bad-inputs.js';
import { testKey } from '../testing/create-test-deps.js';
import { EventFrames } from '../testing/event-frames.js';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';
import { startWebhookReceiver } from '../testing/webhook-receiver.js';
import { postWebhook } from '../webhook/post-webhook.js';
import { webhookUrl } from '../webhook/webhook-url.js';

const event = (name: string, room: string, more: object = {}) =>
  JSON.stringify({ event: name, id: `EV_${Math.random()}`, createdAt: '1800000000', room: { name: room }, ...more });

async function sign(body: string): Promise<string> {
  const token = new AccessToken(testKey.apiKey, testKey.apiSecret);
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return await token.toJwt();
}

describe('bad webhooks of the media server', () => {
  let bench: HttpBench;
  let room: string;
  let joinToken: string;
  before(async () => {
    bench = await createHttpBench();
    const { callId, token } = await bench.talking();
    joinToken = token;
    room =
      (await bench.deps.db.read((q) => q.get<{ room: string }>('select room from call where id = $1', callId)))?.room ??
      '';
  });
  after(() => bench.close());

  const post = (body: string | Uint8Array, authorization?: string) =>
    bench.ask(routes.livekitWebhook, { body, ...(authorization === undefined ? {} : { headers: { authorization } }) });
  /** Everything that a report could change. */
  const state = () =>
    bench.deps.db.read(async (q) => [await q.all('select * from call'), await q.all('select * from agent')]);

  async function sendRow(row: BadInput & Record<string, unknown>) {
    const body = event('participant_joined', room);
    const other = { 'other-body': () => sign(`${body}x`), 'join-token': () => joinToken } as const;
    if (row['sig']) return post(body, await other[row['sig'] as keyof typeof other]());
    if (row['mutate']) return post(body.replaceAll(':', ': '), await sign(body));
    if (row.why === 'missing') return post(body);
    if (row.gen?.bytes) {
      const huge = new Uint8Array(row.gen.bytes);
      return bench.ask(routes.livekitWebhook, { body: huge, headers: { 'content-length': String(huge.length) } });
    }
    if (row.gen?.nest) {
      const deep = '['.repeat(row.gen.nest / 2) + ']'.repeat(row.gen.nest / 2);
      // A body over the limit is refused by its size, one within it by what it is.
      return post(deep, await sign(deep));
    }
    const text = row.raw ?? String(row.value);
    return post(text, await sign(text));
  }

  for (const row of rowsOf('webhook-in').filter(({ expect }) => /^(reject|too-large)/.test(expect)))
    it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
      const unchanged = await state();
      assertRefused(row, await sendRow({ ...row }), row.raw ?? row.value);
      assert.deepEqual(await state(), unchanged);
    });

  const stale: Readonly<Record<string, () => string[]>> = {
    'webhook-in-009': () => [
      event('participant_joined', room, { participant: { sid: 'PA_2', identity: 'par_x' } }),
      event('participant_left', room, { participant: { sid: 'PA_1', identity: 'par_x' } }),
    ],
    'webhook-in-011': () => [event('room_finished', room), event('participant_left', room)],
    'webhook-in-012': () => [event('participant_joined', 'rm_unknown')],
    'webhook-in-014': () => [event('participant_teleported', room)],
    'webhook-in-016': () => [event('room_finished', 'other-env-room')],
    'webhook-in-018': () => [event('participant_joined', room, { createdAt: '0' })],
  };
  for (const row of rowsOf('webhook-in').filter(({ expect }) => expect === 'stale-200'))
    it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
      const unchanged = await state();
      const bodies = stale[row.id]?.() ?? [];
      assert.ok(bodies.length > 0, 'a new row needs its reports');
      for (const body of bodies) assert.equal((await post(body, await sign(body))).status, 200);
      assert.deepEqual(await state(), unchanged);
    });

  it('webhook-in-008: same event id 1,000 times in parallel → dedupe-200', async () => {
    const body = event('track_published', room);
    const authorization = await sign(body);
    const before = bench.livekit.asked.length;
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => post(body, authorization)));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    const { id } = JSON.parse(body) as { id: string };
    const kept = await bench.deps.db.read((q) => q.all('select id from livekit_webhook where id = $1', id));
    assert.equal(kept.length, 1);
    assert.ok(bench.livekit.asked.length - before <= 1, 'one look at most');
  });

  it('webhook-in-023: every participant_left lost → reconciled within 15 s', async () => {
    const { callId } = await bench.caller();
    await bench.advance(15_000);
    const call = await bench.deps.db.read((q) => q.get('select state, customer_away from call where id = $1', callId));
    assert.deepEqual(call, { state: 'queued', customer_away: 1 });
  });
});

describe('bad outgoing webhooks', () => {
  for (const row of rowsOf('webhook-out').filter(({ expect }) => expect === 'ssrf-blocked'))
    it(`${row.id}: ${String(row.value)} → ${row.expect}`, async () => {
      const url = String(row.value);
      assert.throws(() => webhookUrl(url, 'public'), DomainError);
      assert.deepEqual(await postWebhook({ url, headers: {}, body: '' }, { reach: 'public' }), {
        error: 'url_forbidden',
      });
    });

  for (const row of rowsOf('webhook-out').filter(({ field }) => field === 'response'))
    it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
      const [receiver, target] = [await startWebhookReceiver(), await startWebhookReceiver()];
      receiver.answer = (response) => {
        if (row.expect === 'no-follow') return void response.writeHead(302, { location: target.url }).end();
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384)));
        };
        response.writeHead(200).on('drain', more);
        more();
      };
      const outcome = await postWebhook({ url: receiver.url, headers: {}, body: '' }, { reach: 'loopback' });
      assert.deepEqual([outcome, target.connections], [{ status: row.expect === 'no-follow' ? 302 : 200 }, 0]);
      await Promise.all([receiver.close(), target.close()]);
    });

  for (const row of rowsOf('webhook-out').filter(({ field }) => field === 'secret'))
    it(`${row.id}: ${row.why} → ${row.expect}`, () => {
      const request = (secret: unknown) =>
        CreateWebhookEndpointRequest.safeParse({ url: 'https://hooks.example/', secret });
      const bytes = (count: number) => `whsec_${Buffer.alloc(count, 7).toString('base64')}`;
      assert.deepEqual(
        [row.value, bytes(23), bytes(24), bytes(64), bytes(65)].map((secret) => request(secret).success),
        [false, false, true, true, false],
      );
    });
});

describe('bad positions in an event stream', () => {
  for (const row of rowsOf('event'))
    it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
      const bench = await createHttpBench();
      const headers = { authorization: `Bearer ${await bench.activeAgent()}`, 'last-event-id': String(row.value) };
      const frames = new EventFrames(await bench.app.request(routes.agentEvents, { headers }));
      assert.deepEqual([(await frames.next())?.event, (await frames.next())?.event], ['hello', 'reset']);
      bench.app.drain();
      await bench.close();
    });
});
