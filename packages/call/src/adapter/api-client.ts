import {
  routePath,
  type CommandName,
  type LooseCall,
  type RouteAnswer,
  type RouteAnswerSchema,
  type RouteCall,
} from '@carillon/contract';
import { systemClock, type Clock } from '../session/clock.js';
import { toApiError } from './api-error.js';

/**
 * What a route of the contract is sent, and the schema of its answer: one that the table does not have for this route
 * does not compile. Schemas are given and not looked up, so that a page holds those it uses and no others.
 */
export type ApiCall<Name extends CommandName> = RouteCall<Name> & { readonly answer: RouteAnswerSchema<Name> };

/** Who asks, and until when. */
export interface ApiCaller {
  readonly bearer?: string | null;
  readonly signal?: AbortSignal;
  /** Not sent again: something newer will be soon. */
  readonly once?: boolean;
}

/** A route that takes nothing but its path, such as a farewell. */
type LastName = CommandName & `POST ${string}`;

export interface ApiClientOptions {
  /** Origin of the link-server. */
  readonly server: string;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
}

/** Pauses before a command is sent again under the same key. */
const retryMs = [300, 1_000, 2_500];
/** However long a server asks to wait, a person who has clicked does not. */
const longestRetryMs = 5_000;
/** A server that has not answered by then was not reached: networks swallow requests without a word. */
const answerMs = 10_000;
/** A file takes its time to be sent; the server itself waits no longer than half a minute for one. */
const fileAnswerMs = 40_000;

/**
 * Talks to the link-server: JSON both ways, or a file as it is, refusals as `ApiError`, answers checked. A command whose answer was lost, or
 * that met a server which is stopping, is sent again under the same Idempotency-Key, so that it happens once.
 */
export class ApiClient {
  readonly server: string;
  readonly #fetch: typeof fetch;
  readonly #clock: Clock;

  constructor({ server, fetch: send = (...args) => globalThis.fetch(...args), clock = systemClock }: ApiClientOptions) {
    this.server = server.replace(/\/+$/, '');
    this.#fetch = send;
    this.#clock = clock;
  }

  /**
   * Calls a route by its name, `POST /v1/offers/:id/accept`.
   * @throws {ApiError} when refused; {TypeError} when the server was not reached
   */
  async send<Name extends CommandName>(
    name: Name,
    call: ApiCall<Name>,
    caller: ApiCaller = {},
  ): Promise<RouteAnswer<Name>> {
    const { body, ...where }: LooseCall = call;
    const url = this.server + routePath(name, where as RouteCall<Name>);
    const init = this.#init(name.slice(0, name.indexOf(' ')), body, caller);
    for (let attempt = 0; ; attempt++) {
      const wait = caller.once ? undefined : retryMs[attempt];
      try {
        const response = await this.#fetchInTime(url, init);
        if (response.ok) return call.answer.parse(await response.json()) as RouteAnswer<Name>;
        const error = await toApiError(response);
        if (wait === undefined || response.status !== 503) throw error;
        await this.#pause(Math.min(error.retryAfterMs ?? wait, longestRetryMs));
      } catch (error) {
        // fetch rejects with a TypeError when nothing came back.
        if (wait === undefined || !(error instanceof TypeError) || caller.signal?.aborted) throw error;
        await this.#pause(wait);
      }
    }
  }

  /** Says something that outlives the page and needs no answer. Never fails. */
  sendLast<Name extends LastName>(name: Name, call: RouteCall<Name>, bearer: string): void {
    const { body = {}, ...where }: LooseCall = call;
    const init = { method: 'POST', headers: this.#headers(bearer, true), body: JSON.stringify(body), keepalive: true };
    void this.#fetch(this.server + routePath(name, where as RouteCall<Name>), init).catch(() => undefined);
  }

  async #fetchInTime(url: string, init: RequestInit): Promise<Response> {
    const abort = new AbortController();
    const wait = init.body instanceof Blob ? fileAnswerMs : answerMs;
    const cancel = this.#clock.after(wait, () => abort.abort(new TypeError('The server did not answer in time.')));
    const pass = () => abort.abort(init.signal?.reason);
    if (init.signal?.aborted) pass();
    init.signal?.addEventListener('abort', pass);
    try {
      return await this.#fetch(url, { ...init, signal: abort.signal });
    } finally {
      cancel();
      init.signal?.removeEventListener('abort', pass);
    }
  }

  #init(method: string, body: unknown, { bearer = null, signal }: ApiCaller): RequestInit {
    const file = body instanceof Blob ? body : null;
    const headers = this.#headers(bearer, body !== undefined);
    if (file) headers['content-type'] = file.type;
    if (method !== 'GET') headers['idempotency-key'] = crypto.randomUUID();
    return {
      method,
      headers,
      cache: 'no-store',
      ...(body === undefined ? {} : { body: file ?? JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    };
  }

  #headers(bearer: string | null, hasBody: boolean): Record<string, string> {
    return {
      accept: 'application/json',
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    };
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => void this.#clock.after(ms, resolve));
  }
}
