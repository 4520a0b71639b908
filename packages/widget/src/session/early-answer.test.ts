import { expect } from '@open-wc/testing';
import { earlyFetch } from './early-answer.js';

const url = 'https://calls.test/v1/join/abc';
const real = globalThis.fetch;

describe('an answer that was asked for early', () => {
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
    globalThis.fetch = (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return Promise.resolve(new Response('late'));
    };
    window.ccEarly = { url, answer: Promise.resolve(new Response('early')) };
  });
  afterEach(() => {
    globalThis.fetch = real;
    window.ccEarly = undefined;
  });

  it('is taken by who looks at the same link without a secret, once', async () => {
    expect(await (await earlyFetch(url, { method: 'GET' })).text()).to.equal('early');
    expect(asked).to.deep.equal([]);
    expect(await (await earlyFetch(url, { method: 'GET' })).text()).to.equal('late');
    expect(asked).to.deep.equal([url]);
  });

  for (const [who, init] of [
    ['has a secret', { method: 'GET', headers: { authorization: 'Bearer x' } }],
    ['starts a call', { method: 'POST' }],
  ] as const)
    it(`is not for who ${who}`, async () => {
      expect(await (await earlyFetch(url, init)).text()).to.equal('late');
      expect(window.ccEarly).to.equal(undefined);
    });

  it('waits for the link it is of', async () => {
    expect(await (await earlyFetch(`${url}/events`, { method: 'GET' })).text()).to.equal('late');
    expect(window.ccEarly?.url).to.equal(url);
  });

  it('fails as the network did, so that it is asked for again', async () => {
    const lost = Promise.reject(new TypeError('offline'));
    window.ccEarly = { url, answer: lost };
    const failure = await earlyFetch(url, { method: 'GET' }).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(TypeError);
  });

  it('is waited for no longer than its reader’s signal says, so that it is asked for again', async () => {
    const late = new TypeError('The server did not answer in time.');
    const abort = new AbortController();
    window.ccEarly = { url, answer: new Promise(() => undefined) };
    const failure = earlyFetch(url, { method: 'GET', signal: abort.signal }).catch((error: unknown) => error);
    abort.abort(late);
    expect(await failure).to.equal(late);
    expect(await (await earlyFetch(url, { method: 'GET' })).text()).to.equal('late');
  });

  it('is not waited for by who has stopped already', async () => {
    const gone = new TypeError('gone');
    window.ccEarly = { url, answer: new Promise(() => undefined) };
    const asked = earlyFetch(url, { method: 'GET', signal: AbortSignal.abort(gone) });
    expect(await asked.catch((error: unknown) => error)).to.equal(gone);
  });
});
