import { ApiClient, followEvents, type ApiRequest } from '@carillon/call';
import {
  Agent,
  AgentEvent,
  AgentMediaGrant,
  AgentSessionGrant,
  AgentSnapshot,
  ConversationDetail,
  ConversationList,
  CreatedCallLink,
  Done,
  PersonList,
  WrapUp,
  routes,
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
  readonly #fetch: typeof fetch | undefined;
  readonly #api: ApiClient;
  #bearer: Promise<string> | null = null;
  /** The bearer at hand, for the farewell: a page that closes waits for nothing. */
  #known: string | null = null;

  constructor({ server, token, fetch: send }: LinkServerDeskOptions) {
    this.#token = token;
    this.#fetch = send;
    this.#api = new ApiClient({ server, ...(send ? { fetch: send } : {}) });
  }

  readonly session: DeskPort['session'] = {
    state: () => this.#send({ method: 'GET', path: routes.agentState, answer: AgentSnapshot }),
    follow: (position, follower) => {
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const stop = followEvents({
        url: this.#api.server + routes.agentEvents,
        bearer: () => this.#open(),
        position,
        schema: AgentEvent,
        event: (event) => follower.event(event),
        clock: (serverNow) => follower.clock(serverNow),
        connected: (open) => follower.connected(open),
        reset: () => follower.reset(),
        refused: () => {
          this.#bearer = null;
          waiting = setTimeout(() => follower.reset(), reopenMs);
        },
        ...(this.#fetch ? { fetch: this.#fetch } : {}),
      });
      return () => {
        clearTimeout(waiting);
        stop();
      };
    },
    setStatus: (status) => this.#send({ method: 'PUT', path: routes.agentStatus, body: { status }, answer: Agent }),
    presence: () => this.#done(routes.agentPresence),
    farewell: () => {
      if (this.#known !== null) this.#api.sendLast({ path: routes.agentFarewell, bearer: this.#known });
    },
  };

  readonly calls: DeskPort['calls'] = {
    offerToken: async (id) => (await this.#post(routes.offerToken(id), {}, AgentMediaGrant)).media,
    accept: (id) => this.#post(routes.offerAccept(id), {}, AgentMediaGrant),
    decline: (id) => this.#done(routes.offerDecline(id)),
    claim: (id) => this.#done(routes.callClaim(id)),
    callToken: (id) => this.#post(routes.callToken(id), {}, AgentMediaGrant),
    connected: (id) => this.#done(routes.callConnected(id)),
    mediaFailed: (id, reason) => this.#done(routes.callMediaFailed(id), { reason }),
    end: (id) => this.#done(routes.callEnd(id)),
  };

  readonly links: DeskPort['links'] = {
    create: (request) => this.#post(routes.links, request, CreatedCallLink),
  };

  readonly wrapUps: DeskPort['wrapUps'] = {
    saveNote: async (id, note) => {
      await this.#send({ method: 'PUT', path: routes.wrapUpNote(id), body: { note }, answer: WrapUp });
    },
    close: (id, request) => this.#post(routes.wrapUpClose(id), request, WrapUp),
  };

  readonly conversations: DeskPort['conversations'] = {
    list: () => this.#send({ method: 'GET', path: routes.conversations, answer: ConversationList }),
    get: (id) => this.#send({ method: 'GET', path: routes.conversation(id), answer: ConversationDetail }),
  };

  readonly people: DeskPort['people'] = {
    list: () => this.#send({ method: 'GET', path: routes.people, answer: PersonList }),
  };

  #post<T>(path: string, body: unknown, answer: ApiRequest<T>['answer']): Promise<T> {
    return this.#send({ method: 'POST', path, body, answer });
  }

  async #done(path: string, body: unknown = {}): Promise<void> {
    await this.#post(path, body, Done);
  }

  async #send<T>(request: ApiRequest<T>): Promise<T> {
    const used = this.#open();
    try {
      return await this.#api.send({ ...request, bearer: await used });
    } catch (error) {
      if (!expired.has(problemCode(error))) throw error;
      // Only the bearer that was refused is given up: another request may have a fresh one already.
      if (this.#bearer === used) this.#bearer = null;
      return this.#api.send({ ...request, bearer: await this.#open() });
    }
  }

  #open(): Promise<string> {
    const opened = (this.#bearer ??= this.#exchange());
    opened.catch(() => {
      // The next request asks again.
      if (this.#bearer === opened) this.#bearer = null;
    });
    return opened;
  }

  async #exchange(): Promise<string> {
    const token = await this.#token();
    const { bearer } = await this.#api.send({
      method: 'POST',
      path: routes.agentSession,
      body: { token },
      answer: AgentSessionGrant,
    });
    this.#known = bearer;
    return bearer;
  }
}
