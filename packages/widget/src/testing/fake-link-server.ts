import { FakeChatServer } from '@carillon/call/testing';
import type { CustomerCall, JoinView, Medium, ProblemCode } from '@carillon/contract';
import { customerCall, fixtureNow, joinView } from './link-fixtures.js';

const statuses: Partial<Record<ProblemCode, number>> = {
  session_expired: 401,
  media_unavailable: 502,
  rate_limited: 429,
};

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const refusal = (code: ProblemCode) => {
  const status = statuses[code] ?? 410;
  return json({ type: 'about:blank', title: 'Refused', status, code, detail: 'Refused.' }, status);
};

/** A link-server for one link, behind `fetch`: it does what a test says and writes down what it is asked. */
export class FakeLinkServer {
  view: JoinView;
  call: CustomerCall | null = null;
  /** Secret of the browser that has the call. */
  holder: string | null = null;
  /** Codes that the next requests are refused with, by the last part of their path; `join` is the redeeming. */
  readonly refuse = new Map<string, ProblemCode>();
  /** What is written in the call. */
  readonly chat = new FakeChatServer(() => fixtureNow);
  /** Nothing is reached. */
  down = false;
  /** `METHOD last-part`, oldest first. */
  readonly asked: string[] = [];
  readonly bodies: unknown[] = [];
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #n = 0;

  constructor(view: Partial<JoinView> = {}) {
    this.view = joinView(view);
    this.chat.onMark(() => {
      this.#n++;
      this.#tell(`id: ${this.#n}\nevent: messages\ndata: ${JSON.stringify(this.chat.mark('customer'))}\n\n`);
    });
  }

  /** How many pages follow the call. */
  get followers(): number {
    return this.#streams.size;
  }

  readonly fetch: typeof fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const [, , , code = '', last = 'join'] = url.pathname.split('/');
    const { method = 'GET', body } = init;
    if (this.down) throw new TypeError('Failed to fetch');
    const name = code === '' ? url.pathname : last;
    this.asked.push(`${method} ${name}`);
    if (typeof body === 'string') this.bodies.push(JSON.parse(body));
    const code_ = this.refuse.get(name);
    if (code_ !== undefined) {
      this.refuse.delete(name);
      return refusal(code_);
    }
    const secret = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? null;
    return this.#answerChat(method, url, secret, init) ?? this.#answer(method, name, secret, init);
  };

  /** Changes the call, as an agent or a timer would, and tells those who follow it. */
  set(changes: Partial<CustomerCall>): CustomerCall {
    const { version = 0, medium = 'video', establishedAt = null } = this.call ?? {};
    const before =
      changes.state === undefined ? this.call : { medium, ...(establishedAt === null ? {} : { establishedAt }) };
    this.call = customerCall({ ...before, ...changes, version: version + 1 });
    this.#n++;
    this.#tell(`id: ${this.#n}\nevent: call\ndata: ${JSON.stringify(this.call)}\n\n`);
    return this.call;
  }

  /** A frame of the channel itself. */
  channel(type: 'reset' | 'bye', body: object = {}): void {
    this.#tell(`event: ${type}\ndata: ${JSON.stringify(body)}\n\n`);
  }

  /** The streams break; pages come back by themselves. */
  cut(): void {
    for (const stream of this.#streams) stream.error(new TypeError('cut'));
    this.#streams.clear();
  }

  /** The routes of messages; null for any other. */
  #answerChat(method: string, url: URL, secret: string | null, init: RequestInit): Promise<Response> | null {
    const [, rest] = url.pathname.split('/messages');
    if (rest === undefined) return null;
    if (!this.call || secret !== this.holder) return Promise.resolve(refusal('session_expired'));
    const port = this.chat.port('customer');
    const numbers = Object.fromEntries([...url.searchParams].map(([name, value]) => [name, Number(value)]));
    if (method === 'GET') return port.list(numbers).then((page) => json(page));
    const body = JSON.parse(init.body as string) as { clientId: string; text: string; upTo: number };
    if (rest === '') return port.send(body).then((message) => json(message));
    return port.received(body.upTo).then(() => json({ serverNow: fixtureNow }));
  }

  #answer(method: string, name: string, secret: string | null, init: RequestInit): Response {
    const serverNow = fixtureNow;
    const mine = this.call !== null && secret === this.holder;
    if (method === 'GET' && name === 'join') {
      const resumable = mine && this.call?.state !== 'ended';
      return json(resumable ? { ...this.view, state: 'resumable' } : this.view);
    }
    if (name === 'join') {
      const { medium } = JSON.parse(init.body as string) as { medium: Medium };
      this.holder = secret;
      if (!mine || this.call?.state === 'ended')
        this.call = customerCall({ medium, version: (this.call?.version ?? 0) + 1 });
      return json(this.#session(), 201);
    }
    if (name === 'check')
      return json({ media: { url: 'ws://media.test', token: 'token', identity: 'checker' }, serverNow }, 201);
    if (name === 'callback') return json({ requestedAt: serverNow, serverNow });
    if (!mine) return refusal('session_expired');
    if (name === 'events') return this.#stream(init);
    if (name === 'token') return json(this.#session());
    if (name === 'leave') {
      const reason = this.call?.establishedAt ? 'customer_hangup' : 'abandoned_in_queue';
      this.set({ state: 'ended', endReason: reason, endedAt: fixtureNow });
    }
    if (name === 'rating' && this.call?.state !== 'ended') return refusal('rating_not_allowed');
    return json({ serverNow });
  }

  #session() {
    const media = { url: 'ws://media.test', token: 'token', identity: 'customer' };
    return { call: this.call, media: this.call?.state === 'ended' ? null : media, serverNow: fixtureNow };
  }

  #stream({ signal }: RequestInit): Response {
    let own: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        own = controller;
        this.#streams.add(controller);
        this.#send(controller, `event: hello\ndata: ${JSON.stringify({ serverNow: fixtureNow, position: 0 })}\n\n`);
        if (this.#n > 0) this.#send(controller, `id: ${this.#n}\nevent: call\ndata: ${JSON.stringify(this.call)}\n\n`);
      },
      cancel: () => void this.#streams.delete(own),
    });
    signal?.addEventListener('abort', () => {
      if (this.#streams.delete(own)) own.error(new DOMException('aborted', 'AbortError'));
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  #tell(text: string): void {
    for (const stream of this.#streams) this.#send(stream, text);
  }

  #send(stream: ReadableStreamDefaultController<Uint8Array>, text: string): void {
    stream.enqueue(new TextEncoder().encode(text));
  }
}
