import { CallLinkList, Done, Picture, Queue } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import { flush, ManualClock } from '../session/testing/manual-clock.js';
import { ApiClient, type ApiCaller } from './api-client.js';
import { ApiError } from './api-error.js';

const done = () => Response.json({ serverNow: 5 });
const refusal = (status: number, code: string, headers = {}) =>
  Response.json({ type: 'about:blank', title: '', status, code, detail: '' }, { status, headers });
const lost = () => Promise.reject(new TypeError('Failed to fetch'));

/** A client whose requests are answered in turn. */
function world(...answers: (() => Response | Promise<Response>)[]) {
  const requests: Request[] = [];
  const signals: (AbortSignal | null | undefined)[] = [];
  const clock = new ManualClock();
  const client = new ApiClient({
    server: 'https://calls.test//',
    clock,
    fetch: async (input, init) => {
      requests.push(new Request(input, init));
      signals.push(init?.signal);
      const answer = await (answers.shift() ?? done)();
      return answer;
    },
  });
  const send = (caller: ApiCaller = {}) =>
    client.send('POST /v1/calls/:id/end', { params: { id: '1/2' }, body: {}, answer: Done }, caller);
  return { client, clock, requests, signals, send };
}

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('the API client', () => {
  it('sends JSON with the bearer and answers with what it was told to expect', async () => {
    const { send, requests } = world();
    expect(await send({ bearer: 'secret' })).to.eql({ serverNow: 5 });
    const [request] = requests;
    expect(request?.url).to.equal('https://calls.test/v1/calls/1%2F2/end');
    expect(request?.headers.get('authorization')).to.equal('Bearer secret');
    expect(request?.headers.get('content-type')).to.equal('application/json');
    expect(request?.cache).to.equal('no-store');
    expect(await request?.text()).to.equal('{}');
  });

  it('reads without a body, a key or a bearer', async () => {
    const { client, requests } = world(() => Response.json({ status: 'ok' }));
    await client.send('GET /healthz', { answer: z.object({ status: z.string() }) });
    const [request] = requests;
    for (const header of ['authorization', 'content-type', 'idempotency-key'])
      expect(request?.headers.has(header)).to.equal(false);
  });

  it('sends a file as it is, as what it is, and gives it time', async () => {
    const file = new File(['bytes'], 'logo.png', { type: 'image/png' });
    const kept = { id: `pic_${'A'.repeat(22)}`, width: 1, height: 1, bytes: 5 };
    const { client, clock, requests, signals } = world(
      () =>
        new Promise((resolve) => {
          clock.after(39_999, () => resolve(Response.json(kept)));
        }),
    );
    const sending = client.send('POST /v1/pictures', { query: { use: 'logo' }, body: file, answer: Picture });
    await clock.advance(39_999);
    expect(await sending).to.eql(kept);
    const [request] = requests;
    expect(request?.url).to.equal('https://calls.test/v1/pictures?use=logo');
    expect(request?.headers.get('content-type')).to.equal('image/png');
    expect(await request?.text()).to.equal('bytes');
    expect(signals[0]?.aborted).to.equal(false);
  });

  it('gives each command a key of its own', async () => {
    const { send, requests } = world();
    await send();
    await send();
    const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).to.equal(2);
    expect(keys[0]).to.match(/^[\da-f-]{36}$/);
  });

  for (const [title, first] of [
    ['whose answer was lost', lost],
    ['that met a server which is stopping', () => refusal(503, 'unavailable')],
  ] as const) {
    it(`sends a command again ${title}, under the same key`, async () => {
      const { send, clock, requests } = world(first);
      const sending = send();
      await flush();
      expect(requests).to.have.length(1);
      await clock.advance(300);
      await sending;
      expect(new Set(requests.map(({ headers }) => headers.get('idempotency-key'))).size).to.equal(1);
      expect(requests).to.have.length(2);
    });
  }

  it('gives up after the fourth attempt', async () => {
    const { send, clock, requests } = world(lost, lost, lost, lost);
    const sending = failure(send());
    await clock.advance(3_800);
    expect(await sending).to.be.instanceOf(TypeError);
    expect(requests).to.have.length(4);
  });

  it('sends no sign again that a newer one replaces', async () => {
    const { send, requests } = world(lost);
    expect(await failure(send({ once: true }))).to.be.instanceOf(TypeError);
    expect(requests).to.have.length(1);
  });

  it('waits as long as a stopping server says, and no longer than a person would', async () => {
    const { send, clock, requests } = world(
      () => refusal(503, 'unavailable', { 'retry-after': '2' }),
      () => refusal(503, 'unavailable', { 'retry-after': '3600' }),
    );
    const sending = send();
    await clock.advance(1_999);
    expect(requests).to.have.length(1);
    await clock.advance(1);
    await flush();
    expect(requests).to.have.length(2);
    await clock.advance(5_000);
    await sending;
    expect(requests).to.have.length(3);
  });

  it('does not ask again what was refused', async () => {
    const { send, requests } = world(() => refusal(409, 'offer_taken'));
    const error = await failure(send());
    expect(error).to.be.instanceOf(ApiError).and.include({ code: 'offer_taken', status: 409 });
    expect(requests).to.have.length(1);
  });

  it('fails on an answer that is not as expected, and sends nothing twice', async () => {
    const { send, requests } = world(() => Response.json({ serverNow: 'soon' }));
    expect(await failure(send()))
      .to.be.instanceOf(Error)
      .and.not.instanceOf(TypeError);
    expect(requests).to.have.length(1);
  });

  it('tries again what a network swallows', async () => {
    const { send, clock, requests, signals } = world(
      () =>
        new Promise((_, reject) =>
          signals.at(-1)?.addEventListener('abort', () => reject(signals.at(-1)?.reason as Error)),
        ),
    );
    const sending = send();
    await clock.advance(9_999);
    expect(requests).to.have.length(1);
    await clock.advance(301);
    expect(await sending).to.eql({ serverNow: 5 });
  });

  it('can be told to stop, also before it has begun', async () => {
    const untilAborted = () =>
      new Promise<Response>((_, reject) => {
        const signal = signals.at(-1);
        const stop = () => reject(signal?.reason as Error);
        if (signal?.aborted) stop();
        signal?.addEventListener('abort', stop);
      });
    const { send, clock, signals } = world(untilAborted, untilAborted);
    const abort = new AbortController();
    const sending = failure(send({ signal: abort.signal }));
    await flush();
    abort.abort();
    expect(await sending).to.include({ name: 'AbortError' });
    expect(await failure(send({ signal: abort.signal }))).to.include({ name: 'AbortError' });
    expect(clock.waiting).to.equal(0);
  });

  it('says a last word that outlives the page, and never fails', async () => {
    const { client, requests } = world(lost);
    client.sendLast('POST /v1/join/:code/farewell', { params: { code: 'x' }, body: {} }, 'secret');
    await flush();
    expect(requests[0]?.keepalive).to.equal(true);
    expect(requests[0]?.headers.get('authorization')).to.equal('Bearer secret');
    expect(requests).to.have.length(1);
  });

  it('changes and deletes as a command, and asks by a query', async () => {
    const links = () => Response.json({ links: [], next: null, serverNow: 1 });
    const { client, requests } = world(done, links);
    await client.send('DELETE /v1/queues/:id', { params: { id: 'q' }, answer: Done });
    await client.send('GET /v1/links', { query: { state: 'used', limit: '5' }, answer: CallLinkList });
    const [removal, list] = requests;
    expect(removal?.method).to.equal('DELETE');
    expect(removal?.headers.has('idempotency-key')).to.equal(true);
    expect(removal?.headers.has('content-type')).to.equal(false);
    expect(list?.url).to.equal('https://calls.test/v1/links?state=used&limit=5');
  });

  it('is held to the route table when it is compiled', () => {
    const never = ({ client }: ReturnType<typeof world>) => {
      const params = { id: '1' };
      // @ts-expect-error there is no such route
      void client.send('POST /v1/calls/:id/hangup', { params, body: {}, answer: Done });
      // @ts-expect-error the route is there, under another method
      void client.send('GET /v1/calls/:id/end', { params, answer: Done });
      // @ts-expect-error it does not say which call
      void client.send('POST /v1/calls/:id/end', { body: {}, answer: Done });
      // @ts-expect-error the field has another name
      void client.send('PUT /v1/wrapups/:id/note', { params, body: { text: '' }, answer: Done });
      // @ts-expect-error the body is missing
      void client.send('POST /v1/calls/:id/end', { params, answer: Done });
      // @ts-expect-error it takes no body
      void client.send('DELETE /v1/queues/:id', { params, body: {}, answer: Done });
      // @ts-expect-error there is no such state
      void client.send('GET /v1/links', { query: { state: 'gone' }, answer: CallLinkList });
      // @ts-expect-error it answers something else
      void client.send('POST /v1/queues', { body: { key: 'a', name: 'A' }, answer: CallLinkList });
      // @ts-expect-error an event stream is no command
      void client.send('GET /v1/agent/events', { answer: Done });
      return client.send('POST /v1/queues', { body: { key: 'a', name: 'A' }, answer: Queue }).then(({ key }) => key);
    };
    expect(never).to.be.a('function');
  });
});
