import type { AgentEvent } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { anAgent } from '../testing/desk-fixtures.js';
import { LinkServerDesk } from './link-server-desk.js';
import { MockWorld } from './mock-world.js';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly bearer: string | null;
  readonly body: unknown;
  readonly keepalive: boolean;
}

type Answer = (asked: Asked) => Response | undefined;

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const problem = (code: string, status: number, more: object = {}) =>
  json({ type: 'about:blank', title: code, status, code, detail: code, ...more }, status);

/** A desk over a server of a few lines, which hands out `bearer-1`, `bearer-2` … */
function setup(answer: Answer = () => undefined) {
  const asked: Asked[] = [];
  let exchanges = 0;
  let tokens = 0;
  const send: typeof fetch = (input, init = {}) => {
    const headers = new Headers(init.headers);
    const one: Asked = {
      method: init.method ?? 'GET',
      path: new URL(input as string).pathname,
      bearer: headers.get('authorization'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      keepalive: init.keepalive === true,
    };
    asked.push(one);
    if (one.path === '/v1/agent/session' && one.method === 'POST') {
      const bearer = `bearer-${++exchanges}`;
      return Promise.resolve(
        answer(one) ?? json({ bearer, agent: anAgent(), role: 'agent', expiresAt: 2, serverNow: 1 }),
      );
    }
    return Promise.resolve(answer(one) ?? json({ serverNow: 1 }));
  };
  const desk = new LinkServerDesk({
    server: 'https://calls.example',
    token: () => Promise.resolve(`host-token-${++tokens}`),
    fetch: send,
  });
  return { desk, asked };
}

describe('the desk over HTTP', () => {
  it('exchanges the host token once, for all requests', async () => {
    const { desk, asked } = setup();
    await Promise.all([desk.session.presence(), desk.calls.decline('off_1'), desk.calls.connected('cal_1')]);
    const exchanges = asked.filter(({ path }) => path === '/v1/agent/session');
    expect(exchanges.map(({ body }) => body)).to.deep.equal([{ token: 'host-token-1' }]);
    expect(exchanges[0]?.bearer).to.equal(null);
    expect(asked.slice(1).map(({ bearer }) => bearer)).to.deep.equal(Array(3).fill('Bearer bearer-1'));
  });

  it('exchanges again when the session has expired, and repeats the request once', async () => {
    const { desk, asked } = setup(({ bearer, path }) =>
      path !== '/v1/agent/session' && bearer === 'Bearer bearer-1' ? problem('session_expired', 401) : undefined,
    );
    await desk.session.presence();
    expect(asked.map(({ path, bearer }) => `${path} ${bearer ?? '-'}`)).to.deep.equal([
      '/v1/agent/session -',
      '/v1/agent/presence Bearer bearer-1',
      '/v1/agent/session -',
      '/v1/agent/presence Bearer bearer-2',
    ]);
    expect(asked[2]?.body).to.deep.equal({ token: 'host-token-2' });
  });

  it('exchanges once when several requests meet the expired session', async () => {
    const { desk, asked } = setup(({ bearer, path }) =>
      path !== '/v1/agent/session' && bearer === 'Bearer bearer-1' ? problem('session_expired', 401) : undefined,
    );
    await Promise.all([desk.session.presence(), desk.calls.decline('off_1'), desk.calls.connected('cal_1')]);
    expect(asked.filter(({ path }) => path === '/v1/agent/session')).to.have.length(2);
  });

  it('gives up when a fresh session is refused as well', async () => {
    const { desk, asked } = setup(({ path }) =>
      path === '/v1/agent/session' ? undefined : problem('session_expired', 401),
    );
    const error: unknown = await desk.session.presence().catch((caught: unknown) => caught);
    expect(error).to.have.property('code', 'session_expired');
    expect(asked).to.have.length(4);
  });

  it('asks the host again after a token that was refused', async () => {
    let refuse = true;
    const { desk, asked } = setup(({ path }) =>
      path === '/v1/agent/session' && refuse ? problem('unauthenticated', 401) : undefined,
    );
    const error: unknown = await desk.session.presence().catch((caught: unknown) => caught);
    expect(error).to.have.property('code', 'unauthenticated');
    refuse = false;
    await desk.session.presence();
    expect(asked.at(-1)?.bearer).to.match(/^Bearer bearer-\d$/);
  });

  it('hands refusals on, with who answered instead (E-02)', async () => {
    const { desk } = setup(({ path }) =>
      path.endsWith('/accept') ? problem('offer_taken', 409, { answeredBy: 'Ben' }) : undefined,
    );
    const error: unknown = await desk.calls.accept('off_1').catch((caught: unknown) => caught);
    expect(error).to.deep.include({ code: 'offer_taken', answeredBy: 'Ben' });
  });

  it('logs out by ending its session, and needs a new one from then on', async () => {
    const { desk, asked } = setup();
    await desk.session.presence();
    await desk.session.logOut();
    expect(asked.at(-1)).to.deep.include({ method: 'DELETE', path: '/v1/agent/session', bearer: 'Bearer bearer-1' });
    const count = asked.length;
    await desk.session.logOut();
    desk.session.farewell();
    expect(asked).to.have.length(count);
    await desk.session.presence();
    expect(asked.at(-1)).to.deep.include({ bearer: 'Bearer bearer-2' });
  });

  it('says farewell in a request that outlives the page', async () => {
    const { desk, asked } = setup();
    desk.session.farewell();
    expect(asked, 'nobody is signed in').to.deep.equal([]);
    await desk.session.presence();
    desk.session.farewell();
    expect(asked.at(-1)).to.deep.include({ path: '/v1/agent/farewell', keepalive: true, bearer: 'Bearer bearer-1' });
  });

  for (const [title, ask, method, path, body] of [
    ['status', (desk) => desk.session.setStatus('away'), 'PUT', '/v1/agent/status', { status: 'away' }],
    [
      'media failed',
      (desk) => desk.calls.mediaFailed('cal_1', 'microphone_denied'),
      'POST',
      '/v1/calls/cal_1/media-failed',
      { reason: 'microphone_denied' },
    ],
    ['claim', (desk) => desk.calls.claim('cal_1'), 'POST', '/v1/calls/cal_1/claim', {}],
    ['end', (desk) => desk.calls.end('cal_1'), 'POST', '/v1/calls/cal_1/end', {}],
    ['note', (desk) => desk.wrapUps.saveNote('wrp_1', 'a'), 'PUT', '/v1/wrapups/wrp_1/note', { note: 'a' }],
    ['summary', (desk) => desk.wrapUps.saveSummary('wrp_1', 'a'), 'PUT', '/v1/wrapups/wrp_1/summary', { summary: 'a' }],
    ['rating', (desk) => desk.wrapUps.rate('wrp_1', 4), 'PUT', '/v1/wrapups/wrp_1/rating', { rating: 4 }],
    [
      'answers',
      (desk) => desk.wrapUps.saveAnswers('wrp_1', [{ key: 'a', value: 1 }]),
      'PUT',
      '/v1/wrapups/wrp_1/answers',
      { answers: [{ key: 'a', value: 1 }] },
    ],
    [
      'close',
      (desk) => desk.wrapUps.close('wrp_1', { note: 'a', conversationStatus: 'closed' }),
      'POST',
      '/v1/wrapups/wrp_1/close',
      { note: 'a', conversationStatus: 'closed' },
    ],
    ['link', (desk) => desk.links.create({ displayName: 'a' }), 'POST', '/v1/links', { displayName: 'a' }],
    ['link choices', (desk) => desk.links.choices(), 'GET', '/v1/links/choices', undefined],
    ['links', (desk) => desk.links.list({ createdBy: 'agt_1' }), 'GET', '/v1/links', undefined],
    ['revoke', (desk) => desk.links.revoke('lnk_1'), 'POST', '/v1/links/lnk_1/revoke', {}],
    ['callbacks', (desk) => desk.callbacks.list({}), 'GET', '/v1/callbacks', undefined],
    [
      'note in a conversation',
      (desk) => desk.conversations.note('cnv_1', { clientId: 'note-number-1', text: 'a' }),
      'POST',
      '/v1/conversations/cnv_1/notes',
      { clientId: 'note-number-1', text: 'a' },
    ],
    ['conversation', (desk) => desk.conversations.get('cnv_1'), 'GET', '/v1/conversations/cnv_1', undefined],
  ] as [string, (desk: LinkServerDesk) => Promise<unknown>, string, string, unknown][])
    it(`asks for: ${title}`, async () => {
      const { desk, asked } = setup();
      // The answer of this server is no record; what counts is the question.
      await ask(desk).catch(() => undefined);
      expect(asked.at(-1)).to.deep.include({ method, path, body, bearer: 'Bearer bearer-1' });
    });

  it('follows the stream from a position and hands events on in order', async () => {
    const frames = [
      'event: hello\ndata: {"serverNow":5,"position":3}\n\n',
      `id: 4\nevent: agent\ndata: ${JSON.stringify(anAgent({ name: 'Ben' }))}\n\n`,
    ];
    const { desk } = setup(({ path }) =>
      path === '/v1/agent/events'
        ? new Response(
            new ReadableStream({
              start: (stream) => frames.forEach((frame) => stream.enqueue(new TextEncoder().encode(frame))),
            }),
          )
        : undefined,
    );
    const heard = await new Promise<readonly [AgentEvent, number, boolean]>((resolve) => {
      let [clock, open] = [0, false];
      const stop = desk.session.follow(3, {
        clock: (serverNow) => (clock = serverNow),
        connected: (now) => (open = now),
        reset: () => undefined,
        event: (event) => {
          resolve([event, clock, open]);
          queueMicrotask(() => stop());
        },
      });
    });
    expect(heard).to.deep.equal([{ type: 'agent', body: anAgent({ name: 'Ben' }) }, 5, true]);
  });

  it('reads everything anew, with a fresh bearer, when the stream is refused', async () => {
    const { desk, asked } = setup(({ path, bearer }) => {
      if (path === '/v1/agent/events') return problem('session_expired', 401);
      return path === '/v1/agent/state' && bearer !== null ? json(new MockWorld().snapshot) : undefined;
    });
    await new Promise<void>((resolve) => {
      desk.session.follow(0, {
        clock: () => undefined,
        connected: () => undefined,
        event: () => undefined,
        reset: resolve,
      });
    });
    await desk.session.state();
    expect(asked.at(-1)?.bearer).to.equal('Bearer bearer-2');
  });
});
