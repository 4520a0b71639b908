import { ApiClient, followEvents, type ApiCall, type ApiCaller } from '@carillon/call';
import {
  Agent,
  AgentEvent,
  AgentCallAnswer,
  AgentMediaGrant,
  AgentSessionGrant,
  AgentSnapshot,
  CallLink,
  CallLinkList,
  CallbackList,
  ConversationDetail,
  ConversationList,
  CreatedCallLink,
  Done,
  LinkChoiceList,
  Message,
  MessagePage,
  PersonList,
  TimelineEntry,
  TransferTargets,
  WrapUp,
  WrittenMail,
  routePath,
  type CommandName,
  type RouteAnswer,
} from '@carillon/contract';
import type { DeskPort } from '../session/desk-port.js';
import { problemCode } from '../session/problem-code.js';

export interface LinkServerDeskOptions {
  /** Origin of the link-server. */
  readonly server: string;
  /** A JWT of the host app for its signed-in user. Asked for at the start and whenever the session has expired. */
  readonly token: () => Promise<string>;
  readonly fetch?: typeof fetch;
}

const expired = new Set(['session_expired', 'unauthenticated']);
/** After a stream was refused: not at once again, should that go on. */
const reopenMs = 1_000;

/**
 * The desk's port over HTTP. The host's token is exchanged once for a bearer that lives in memory and dies with the
 * page; when the server no longer knows the bearer, the token is asked for and exchanged again, once for each request.
 */
export class LinkServerDesk implements DeskPort {
  readonly #token: () => Promise<string>;
  readonly fetch: typeof fetch | undefined;
  readonly #api: ApiClient;
  #session: Promise<AgentSessionGrant> | null = null;
  /** The bearer at hand, for the farewell: a page that closes waits for nothing. */
  #known: string | null = null;

  constructor({ server, token, fetch: send }: LinkServerDeskOptions) {
    this.#token = token;
    this.fetch = send;
    this.#api = new ApiClient({ server, ...(send ? { fetch: send } : {}) });
  }

  readonly session: DeskPort['session'] = {
    state: () => this.send('GET /v1/agent/state', { answer: AgentSnapshot }),
    follow: (position, follower) => {
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const stop = followEvents({
        url: this.#api.server + routePath('GET /v1/agent/events', {}),
        bearer: async () => (await this.signIn()).bearer,
        position,
        schema: AgentEvent,
        event: (event) => follower.event(event),
        clock: (serverNow) => follower.clock(serverNow),
        connected: (open) => follower.connected(open),
        reset: () => follower.reset(),
        refused: () => {
          this.#session = null;
          waiting = setTimeout(() => follower.reset(), reopenMs);
        },
        ...(this.fetch ? { fetch: this.fetch } : {}),
      });
      return () => {
        clearTimeout(waiting);
        stop();
      };
    },
    setStatus: (status) => this.send('PUT /v1/agent/status', { body: { status }, answer: Agent }),
    presence: () => this.#done('POST /v1/agent/presence', { body: {}, answer: Done }, { once: true }),
    logOut: async () => {
      const bearer = this.#known;
      this.#session = this.#known = null;
      // One that has run out is as good as closed.
      if (bearer !== null)
        await this.#api.send('DELETE /v1/agent/session', { answer: Done }, { bearer }).catch(() => undefined);
    },
    farewell: () => {
      if (this.#known !== null) this.#api.sendLast('POST /v1/agent/farewell', { body: {} }, this.#known);
    },
  };

  readonly calls: DeskPort['calls'] = {
    offerToken: async (id) =>
      (await this.send('POST /v1/offers/:id/token', { params: { id }, body: {}, answer: AgentMediaGrant })).media,
    accept: (id) => this.send('POST /v1/offers/:id/accept', { params: { id }, body: {}, answer: AgentMediaGrant }),
    decline: (id) => this.#done('POST /v1/offers/:id/decline', { params: { id }, body: {}, answer: Done }),
    claim: (id) => this.#done('POST /v1/calls/:id/claim', { params: { id }, body: {}, answer: Done }),
    callToken: (id) => this.send('POST /v1/calls/:id/token', { params: { id }, body: {}, answer: AgentMediaGrant }),
    connected: (id) => this.#done('POST /v1/calls/:id/connected', { params: { id }, body: {}, answer: Done }),
    mediaFailed: (id, reason) =>
      this.#done('POST /v1/calls/:id/media-failed', { params: { id }, body: { reason }, answer: Done }),
    hold: (id) => this.send('POST /v1/calls/:id/hold', { params: { id }, body: {}, answer: AgentCallAnswer }),
    resume: (id) => this.send('POST /v1/calls/:id/resume', { params: { id }, body: {}, answer: AgentCallAnswer }),
    transferTargets: (id) =>
      this.send('GET /v1/calls/:id/transfer-targets', { params: { id }, answer: TransferTargets }),
    transfer: (id, body) => this.send('POST /v1/calls/:id/transfer', { params: { id }, body, answer: AgentCallAnswer }),
    cancelTransfer: (id) =>
      this.send('POST /v1/calls/:id/transfer/cancel', { params: { id }, body: {}, answer: AgentCallAnswer }),
    joinTransfer: (id) =>
      this.send('POST /v1/calls/:id/transfer/join', { params: { id }, body: {}, answer: AgentCallAnswer }),
    completeTransfer: (id) =>
      this.send('POST /v1/calls/:id/transfer/complete', { params: { id }, body: {}, answer: AgentCallAnswer }),
    end: (id) => this.#done('POST /v1/calls/:id/end', { params: { id }, body: {}, answer: Done }),
  };

  readonly links: DeskPort['links'] = {
    create: (body) => this.send('POST /v1/links', { body, answer: CreatedCallLink }),
    choices: () => this.send('GET /v1/links/choices', { answer: LinkChoiceList }),
    list: (query) => this.send('GET /v1/links', { query, answer: CallLinkList }),
    revoke: (id) => this.send('POST /v1/links/:id/revoke', { params: { id }, body: {}, answer: CallLink }),
  };

  readonly wrapUps: DeskPort['wrapUps'] = {
    saveNote: (id, note) => this.#done('PUT /v1/wrapups/:id/note', { params: { id }, body: { note }, answer: WrapUp }),
    saveSummary: (id, summary) =>
      this.#done('PUT /v1/wrapups/:id/summary', { params: { id }, body: { summary }, answer: WrapUp }),
    chooseDisposition: (id, disposition) =>
      this.send('PUT /v1/wrapups/:id/disposition', { params: { id }, body: { disposition }, answer: WrapUp }),
    rate: (id, rating) => this.send('PUT /v1/wrapups/:id/rating', { params: { id }, body: { rating }, answer: WrapUp }),
    saveAnswers: (id, answers) =>
      this.#done('PUT /v1/wrapups/:id/answers', {
        params: { id },
        body: { answers: [...answers] },
        answer: WrapUp,
      }),
    extend: (id, endsAt) =>
      this.send('POST /v1/wrapups/:id/extend', { params: { id }, body: { endsAt }, answer: WrapUp }),
    close: (id, body) => this.send('POST /v1/wrapups/:id/close', { params: { id }, body, answer: WrapUp }),
  };

  readonly conversations: DeskPort['conversations'] = {
    list: (cursor) => {
      const query = { limit: '100', ...(cursor === undefined ? {} : { cursor }) };
      return this.send('GET /v1/conversations', { query, answer: ConversationList });
    },
    get: (id) => this.send('GET /v1/conversations/:id', { params: { id }, answer: ConversationDetail }),
    messages: (id, { after, before }) => {
      const query = {
        ...(after === undefined ? {} : { after: String(after) }),
        ...(before === undefined ? {} : { before: String(before) }),
      };
      return this.send('GET /v1/conversations/:id/messages', { params: { id }, query, answer: MessagePage });
    },
    message: (id, body) => this.send('POST /v1/conversations/:id/messages', { params: { id }, body, answer: Message }),
    mail: (id, body) => this.send('POST /v1/conversations/:id/mails', { params: { id }, body, answer: WrittenMail }),
    retryMail: (id) => this.send('POST /v1/mails/:id/retry', { params: { id }, body: {}, answer: Message }),
    note: (id, body) => this.send('POST /v1/conversations/:id/notes', { params: { id }, body, answer: TimelineEntry }),
    received: (id, upTo) =>
      this.#done('POST /v1/conversations/:id/messages/received', { params: { id }, body: { upTo }, answer: Done }),
  };

  readonly callbacks: DeskPort['callbacks'] = {
    list: (query) => this.send('GET /v1/callbacks', { query, answer: CallbackList }),
  };

  readonly people: DeskPort['people'] = {
    list: () => this.send('GET /v1/people', { query: { limit: '100' }, answer: PersonList }),
  };

  async #done<Name extends CommandName>(name: Name, call: ApiCall<Name>, caller: ApiCaller = {}): Promise<void> {
    await this.send(name, call, caller);
  }

  /** Origin of the link-server. */
  get server(): string {
    return this.#api.server;
  }

  /** Asks a route as the agent who is signed in, and signs them in anew where that has run out. */
  async send<Name extends CommandName>(
    name: Name,
    call: ApiCall<Name>,
    caller: ApiCaller = {},
  ): Promise<RouteAnswer<Name>> {
    const used = this.signIn();
    try {
      return await this.#api.send(name, call, { ...caller, bearer: (await used).bearer });
    } catch (error) {
      if (!expired.has(problemCode(error))) throw error;
      // Only the session that was refused is given up: another request may have a fresh one already.
      if (this.#session === used) this.#session = null;
      return this.#api.send(name, call, { ...caller, bearer: (await this.signIn()).bearer });
    }
  }

  /** Who is signed in, and what proves it. */
  signIn(): Promise<AgentSessionGrant> {
    const opened = (this.#session ??= this.#exchange());
    opened.catch(() => {
      // The next request asks again.
      if (this.#session === opened) this.#session = null;
    });
    return opened;
  }

  async #exchange(): Promise<AgentSessionGrant> {
    const token = await this.#token();
    const grant = await this.#api.send('POST /v1/agent/session', { body: { token }, answer: AgentSessionGrant });
    this.#known = grant.bearer;
    return grant;
  }
}
