import { expect } from '@open-wc/testing';
import { customerCall, joinView } from '../testing/link-fixtures.js';
import { eagerClock } from '../testing/manual-clock.js';
import { createLinkPort } from './create-link-port.js';

const secret = 'a'.repeat(43);

/** Answers every request with one body and keeps what was sent. */
function setup(body: unknown, status = 200) {
  const sent: { url: string; init: RequestInit }[] = [];
  const send: typeof fetch = (input, init = {}) => {
    sent.push({ url: input instanceof Request ? input.url : String(input), init });
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
  const port = createLinkPort({ code: 'co de/x', server: 'https://calls.test/', fetch: send, clock: eagerClock });
  const header = (name: string) => new Headers(sent[0]?.init.headers).get(name);
  return { port, sent, header };
}

const base = 'https://calls.test/v1/join/co%20de%2Fx';
const session = { call: customerCall(), media: null, serverNow: 1 };

describe('a link’s page over HTTP', () => {
  it('looks without a secret where there is none', async () => {
    const { port, sent, header } = setup(joinView());
    expect(await port.view(null)).to.deep.equal(joinView());
    expect([sent[0]?.init.method, sent[0]?.url]).to.deep.equal(['GET', base]);
    expect(header('authorization')).to.equal(null);
  });

  it('knows where the company’s pictures are', () => {
    const { port } = setup(null);
    expect(port.pictureUrl('pic_1?x')).to.equal('https://calls.test/v1/pictures/pic_1%3Fx');
  });

  it('sends the secret as a bearer and never in an address or a body (T17)', async () => {
    const { port, sent, header } = setup(session);
    await port.redeem(secret, { medium: 'audio' });
    expect(header('authorization')).to.equal(`Bearer ${secret}`);
    expect(sent[0]?.url).to.equal(base);
    expect(sent[0]?.init.body).to.equal('{"medium":"audio"}');
  });

  for (const [name, path] of [
    ['token', '/token'],
    ['connected', '/connected'],
    ['presence', '/presence'],
    ['leave', '/leave'],
  ] as const)
    it(`asks for ${name} at ${path}`, async () => {
      const { port, sent } = setup(name === 'token' ? session : { serverNow: 1 });
      await port[name](secret);
      expect([sent[0]?.init.method, sent[0]?.url]).to.deep.equal(['POST', base + path]);
    });

  it('says farewell in a way that outlives the page, with the bearer', () => {
    const { port, sent, header } = setup({});
    port.farewell(secret);
    expect(sent[0]?.url).to.equal(`${base}/farewell`);
    expect(sent[0]?.init.keepalive).to.equal(true);
    expect(header('authorization')).to.equal(`Bearer ${secret}`);
  });

  it('follows from the first event on, with the bearer in a header', () => {
    const { port, sent, header } = setup({});
    const nothing = () => undefined;
    const stop = port.follow(secret, { event: nothing, clock: nothing, connected: nothing, reset: nothing });
    return Promise.resolve().then(() => {
      stop();
      expect(sent[0]?.url).to.equal(`${base}/events`);
      expect(header('last-event-id')).to.equal('0');
      expect(header('authorization')).to.equal(`Bearer ${secret}`);
    });
  });

  it('rejects with the server’s code', async () => {
    const problem = { type: 'x', title: 'x', status: 410, code: 'link_used', detail: 'x' };
    const { port } = setup(problem, 410);
    const error = await port.redeem(secret, { medium: 'audio' }).catch((refused: unknown) => refused);
    expect(error).to.have.property('code', 'link_used');
  });
});
