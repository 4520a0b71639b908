import { Done } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { flush, ManualClock } from '../session/testing/manual-clock.js';
import { ApiClient, type ApiRequest } from './api-client.js';
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
  const send = (change: Partial<ApiRequest<Done>> = {}) =>
    client.send({ method: 'POST', path: '/v1/calls/1/hangup', body: {}, answer: Done, ...change });
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
    expect(request?.url).to.equal('https://calls.test/v1/calls/1/hangup');
    expect(request?.headers.get('authorization')).to.equal('Bearer secret');
    expect(request?.headers.get('content-type')).to.equal('application/json');
    expect(request?.cache).to.equal('no-store');
    expect(await request?.text()).to.equal('{}');
  });

  it('reads without a body, a key or a bearer', async () => {
    const { client, requests } = world();
    await client.send({ method: 'GET', path: '/v1/join/x', answer: Done });
    const [request] = requests;
    for (const header of ['authorization', 'content-type', 'idempotency-key'])
      expect(request?.headers.has(header)).to.equal(false);
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
    client.sendLast({ path: '/v1/join/x/farewell', bearer: 'secret' });
    await flush();
    expect(requests[0]?.keepalive).to.equal(true);
    expect(requests[0]?.headers.get('authorization')).to.equal('Bearer secret');
    expect(requests).to.have.length(1);
  });
});
