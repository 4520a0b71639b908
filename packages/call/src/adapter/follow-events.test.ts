import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import { flush, ManualClock } from '../session/testing/manual-clock.js';
import { followEvents } from './follow-events.js';
import { mostInFrame } from './sse-parser.js';

const Numbered = z.object({ type: z.literal('call'), body: z.object({ n: z.int() }) });
const hello = (position: number) => `event: hello\ndata: {"serverNow":7,"position":${position}}\n\n`;
const event = (n: number) => `id: ${n}\nevent: call\ndata: {"n":${n}}\n\n`;

/** A server with one stream open at a time. */
class FakeStream {
  readonly requests: Headers[] = [];
  /** Answers instead of a stream, in turn; null is a stream. */
  answers: (Response | Error | null)[] = [];
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  readonly fetch = (_: unknown, init?: RequestInit): Promise<Response> => {
    this.requests.push(new Headers(init?.headers));
    const answer = this.answers.shift() ?? null;
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer) return Promise.resolve(answer);
    const body = new ReadableStream<Uint8Array>({ start: (controller) => (this.#controller = controller) });
    init?.signal?.addEventListener('abort', () => this.#controller?.error(init.signal?.reason));
    return Promise.resolve(new Response(body));
  };

  async send(...frames: string[]): Promise<void> {
    await flush();
    this.#controller?.enqueue(new TextEncoder().encode(frames.join('')));
    await flush();
  }

  async end(): Promise<void> {
    await flush();
    this.#controller?.close();
    await flush();
  }
}

function world({ position = null as number | null, bearer = (): string => 'secret', fail = false } = {}) {
  const [server, clock, seen] = [new FakeStream(), new ManualClock(), [] as unknown[]];
  const stop = followEvents({
    url: 'https://calls.test/v1/agent/events',
    bearer,
    position,
    schema: Numbered,
    event: ({ body }) => {
      seen.push(body.n);
      if (fail) throw new Error('the listener is broken');
    },
    clock: (now) => seen.push(`clock ${now}`),
    connected: (open) => seen.push(open ? 'open' : 'closed'),
    reset: () => seen.push('reset'),
    refused: (error) => seen.push(`refused ${(error as { status: number }).status}`),
    fetch: server.fetch,
    time: clock,
  });
  stops.push(stop);
  return { server, clock, seen, stop };
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe('an event stream', () => {
  it('is opened with the bearer, from where it stands', async () => {
    const { server, seen } = world();
    await server.send(hello(3), event(4));
    expect(server.requests[0]?.get('authorization')).to.equal('Bearer secret');
    expect(server.requests[0]?.has('last-event-id')).to.equal(false);
    expect(seen).to.eql(['open', 'clock 7', 4]);
  });

  it('goes on after the last event that is known, and lets none come twice', async () => {
    const { server, clock, seen } = world({ position: 4 });
    await server.send(hello(9), event(5), event(6));
    await server.end();
    await clock.advance(250);
    await server.send(hello(9), event(6), event(7));
    expect(server.requests.map((headers) => headers.get('last-event-id'))).to.eql(['4', '6']);
    expect(seen.filter(Number)).to.eql([5, 6, 7]);
    expect(seen).to.include.members(['open', 'closed']);
  });

  it('goes on after what the first hello said when nothing has come since', async () => {
    const { server, clock } = world();
    await server.send(hello(12));
    await server.end();
    await clock.advance(250);
    await server.send(hello(15));
    expect(server.requests[1]?.get('last-event-id')).to.equal('12');
  });

  it('takes frames in pieces, and letters cut in two', async () => {
    const { server, seen } = world({ position: 0 });
    const bytes = new TextEncoder().encode(`: ü\n\n${event(1)}`);
    await flush();
    for (const byte of bytes) await server.send(String.fromCharCode(byte < 128 ? byte : 63));
    expect(seen).to.eql(['open', 1]);
  });

  it('tells that a gap cannot be replayed, and goes on from there', async () => {
    const { server, clock, seen } = world({ position: 2 });
    await server.send('event: reset\ndata: {"position":40}\n\n', event(39), event(41));
    expect(seen).to.eql(['open', 'reset', 41]);
    await server.end();
    await clock.advance(250);
    expect(server.requests[1]?.get('last-event-id')).to.equal('41');
  });

  it('passes over what only newer pages understand', async () => {
    const { server, seen } = world({ position: 0 });
    await server.send('id: 1\nevent: hologram\ndata: {}\n\n', 'id: 2\nevent: call\ndata: {"n":"x"}\n\n', event(3));
    expect(seen).to.eql(['open', 3]);
  });

  for (const [title, frame] of [
    ['malformed JSON (event-018)', 'id: 5\nevent: call\ndata: {\n\n'],
    ['no data at all', 'id: 5\nevent: call\n\n'],
    ['a number that goes backwards (event-020)', event(3)],
    ['a number that was there already', event(4)],
    ['no number', 'event: call\ndata: {"n":5}\n\n'],
    ['an empty number', 'id: \nevent: call\ndata: {"n":5}\n\n'],
    ['a number that is none', 'id: 5e0\nevent: call\ndata: {"n":5}\n\n'],
    ['a negative number', 'id: -1\nevent: call\ndata: {"n":5}\n\n'],
    ['more digits than a number has', `id: ${'9'.repeat(20)}\nevent: call\ndata: {"n":5}\n\n`],
    ['a hello that says nothing', 'event: hello\ndata: {"position":"x"}\n\n'],
    ['a frame that is too long', `id: 5\nevent: call\ndata: ${'x'.repeat(mostInFrame)}\n\n`],
  ] as const)
    it(`ignores ${title}, and stays open`, async () => {
      const { server, seen } = world({ position: 4 });
      await server.send(hello(4), frame);
      expect(seen).to.eql(['open', 'clock 7']);
      await server.send(event(5));
      expect(seen).to.include(5);
      expect(server.requests).to.have.length(1);
    });

  for (const [title, frame] of [
    ['a body of another shape (event-009)', 'id: 5\nevent: call\ndata: []\n\n'],
    ['a type that is none (event-010)', 'id: 5\nevent: __proto__\ndata: {"n":5}\n\n'],
  ] as const)
    it(`passes over ${title}, which may be for newer pages`, async () => {
      const { server, seen } = world({ position: 4 });
      await server.send(hello(4), frame, event(6));
      expect(seen).to.eql(['open', 'clock 7', 6]);
    });

  it('ignores what has no number where nothing is known yet: it is no place to go on from', async () => {
    const { server, clock, seen } = world();
    await server.send('event: call\ndata: {"n":5}\n\n');
    await server.end();
    await clock.advance(250);
    expect(seen).to.eql(['open', 'closed']);
    expect(server.requests[1]?.has('last-event-id')).to.equal(false);
  });

  it('asks for everything anew when a number was left out', async () => {
    const { server, seen } = world({ position: 4 });
    await server.send(hello(4), event(5), event(7), event(8));
    expect(seen).to.eql(['open', 'clock 7', 5, 7, 'reset', 8]);
  });

  it('asks for everything anew after an event that could not be read', async () => {
    const { server, seen } = world({ position: 4 });
    await server.send(hello(4), 'id: 5\nevent: call\ndata: {\n\n', event(6));
    expect(seen).to.eql(['open', 'clock 7', 6, 'reset']);
  });

  it('is not broken by a listener that is', async () => {
    const reported: unknown[] = [];
    const report = globalThis.reportError;
    globalThis.reportError = (error: unknown) => void reported.push(error);
    const { server, seen } = world({ position: 0, fail: true });
    await server.send(event(1), event(2));
    globalThis.reportError = report;
    expect(seen).to.eql(['open', 1, 2]);
    expect(reported).to.have.length(2);
  });

  it('is given up after 30 s of silence; a comment is a sign of life', async () => {
    const { server, clock, seen } = world();
    await server.send(hello(1));
    await clock.advance(29_000);
    await server.send(': heartbeat\n\n');
    await clock.advance(29_999);
    expect(server.requests).to.have.length(1);
    await clock.advance(1);
    await clock.advance(250);
    expect(server.requests).to.have.length(2);
    expect(seen.slice(-1)).to.eql(['closed']);
  });

  it('is opened again after growing pauses of ten seconds at most, and soon once it has worked', async () => {
    const { server, clock } = world();
    server.answers = Array.from({ length: 40 }, () => new TypeError('Failed to fetch'));
    await clock.advance(60_000);
    const tries = server.requests.length;
    expect(tries).to.be.within(10, 20);
    server.answers = [];
    await clock.advance(10_000);
    await server.send(hello(1));
    await server.end();
    const before = server.requests.length;
    await clock.advance(250);
    expect(server.requests).to.have.length(before + 1);
  });

  it('is opened at once when the network is back', async () => {
    const { server, clock } = world();
    server.answers = Array.from({ length: 40 }, () => new TypeError('Failed to fetch'));
    await clock.advance(30_000);
    server.answers = [];
    const before = server.requests.length;
    dispatchEvent(new Event('online'));
    await flush();
    expect(server.requests).to.have.length(before + 1);
  });

  it('is opened anew, without a pause, when the network has changed under it', async () => {
    const { server, seen } = world();
    await server.send(hello(1));
    dispatchEvent(new Event('online'));
    await server.send(hello(1));
    expect(server.requests).to.have.length(2);
    expect(seen).to.eql(['open', 'clock 7', 'closed', 'open', 'clock 7']);
  });

  it('is opened anew after its page was frozen, and goes on behind what it knows (F45)', async () => {
    const { server, seen } = world();
    await server.send(hello(1));
    document.dispatchEvent(new Event('resume'));
    await server.send(hello(1));
    expect(server.requests.map((headers) => headers.get('last-event-id'))).to.eql([null, '1']);
    expect(seen).to.eql(['open', 'clock 7', 'closed', 'open', 'clock 7']);
  });

  it('is opened anew when the network has changed before an answer came', async () => {
    const { server, seen } = world();
    await flush();
    dispatchEvent(new Event('online'));
    await server.send(hello(1));
    expect(server.requests).to.have.length(2);
    expect(seen).to.eql(['open', 'clock 7']);
  });

  it('is opened at once when the page comes to the front', async () => {
    const { server, clock } = world();
    server.answers = Array.from({ length: 40 }, () => new TypeError('Failed to fetch'));
    await clock.advance(30_000);
    const before = server.requests.length;
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
    await flush();
    expect(server.requests).to.have.length(before + 1);
  });

  for (const status of [401, 403, 410]) {
    it(`ends when the server answers ${status}`, async () => {
      const { server, clock, seen } = world();
      await server.send(hello(1));
      server.answers = [new Response(null, { status })];
      await server.end();
      await clock.advance(60_000);
      expect(server.requests).to.have.length(2);
      expect(seen.slice(-1)).to.eql([`refused ${status}`]);
    });
  }

  it('goes on when the server is only busy', async () => {
    const { server, clock, seen } = world();
    server.answers = [new Response(null, { status: 503 }), new Response(null, { status: 429 })];
    await clock.advance(1_000);
    await server.send(hello(1));
    expect(seen).to.eql(['open', 'clock 7']);
  });

  it('asks for the bearer each time, and waits when there is none', async () => {
    let tries = 0;
    const bearer = (): string => {
      if (++tries === 1) throw new TypeError('no session yet');
      return `secret ${tries}`;
    };
    const { server, clock } = world({ bearer });
    await clock.advance(250);
    expect(server.requests.map((headers) => headers.get('authorization'))).to.eql(['Bearer secret 2']);
  });

  it('ends when it is told to', async () => {
    const { server, clock, seen, stop } = world();
    await server.send(hello(1));
    stop();
    await clock.advance(60_000);
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('resume'));
    await flush();
    expect([server.requests.length, clock.waiting]).to.eql([1, 0]);
    expect(seen.slice(-1)).to.eql(['closed']);
  });
});
