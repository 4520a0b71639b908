import { ApiClient, followEvents, type Clock } from '@carillon/call';
import {
  CallMessage,
  CallMessagePage,
  CustomerCallSession,
  CustomerEvent,
  Done,
  JoinView,
  NetworkCheckGrant,
  RequestedCallback,
  routePath,
} from '@carillon/contract';
import type { LinkPort } from './link-port.js';

export interface CreateLinkPortOptions {
  readonly code: string;
  /** Origin of the link-server. */
  readonly server: string;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
}

/** A link's page over HTTP: the secret goes as a bearer, never in an address (security.md T17). */
export function createLinkPort({ code, server, fetch: send, clock: time }: CreateLinkPortOptions): LinkPort {
  const api = new ApiClient({ server, ...(send ? { fetch: send } : {}), ...(time ? { clock: time } : {}) });
  const params = { code };
  const call = { params, body: {}, answer: Done } as const;
  return {
    view: (bearer) => api.send('GET /v1/join/:code', { params, answer: JoinView }, { bearer }),
    redeem: (bearer, body) =>
      api.send('POST /v1/join/:code', { params, body, answer: CustomerCallSession }, { bearer }),
    check: async (bearer) =>
      (await api.send('POST /v1/join/:code/check', { params, body: {}, answer: NetworkCheckGrant }, { bearer })).media,
    token: (bearer) =>
      api.send('POST /v1/join/:code/token', { params, body: {}, answer: CustomerCallSession }, { bearer }),
    connected: (bearer) => api.send('POST /v1/join/:code/connected', call, { bearer }),
    presence: (bearer) => api.send('POST /v1/join/:code/presence', call, { bearer, once: true }),
    leave: (bearer) => api.send('POST /v1/join/:code/leave', call, { bearer }),
    rate: (bearer, rating) =>
      api.send('POST /v1/join/:code/rating', { params, body: { rating }, answer: Done }, { bearer }),
    messages: (bearer, query) =>
      api.send('GET /v1/join/:code/messages', { params, query: inWords(query), answer: CallMessagePage }, { bearer }),
    message: (bearer, body) =>
      api.send('POST /v1/join/:code/messages', { params, body, answer: CallMessage }, { bearer }),
    received: (bearer, upTo) =>
      api.send('POST /v1/join/:code/messages/received', { params, body: { upTo }, answer: Done }, { bearer }),
    requestCallback: (bearer, body) =>
      api.send('POST /v1/join/:code/callback', { params, body, answer: RequestedCallback }, { bearer }),
    farewell: (bearer) => api.sendLast('POST /v1/join/:code/farewell', { params, body: {} }, bearer),
    pictureUrl: (id) => api.server + routePath('GET /v1/pictures/:id', { params: { id } }),
    soundUrl: (id) => api.server + routePath('GET /v1/sounds/:id', { params: { id } }),
    follow: (secret, { event, clock, connected, reset }) =>
      followEvents({
        url: api.server + routePath('GET /v1/join/:code/events', { params }),
        bearer: () => secret,
        // From the call's first event: each one holds the whole record, so what is known already does no harm.
        position: 0,
        schema: CustomerEvent,
        event,
        clock,
        connected,
        reset,
        // A refusal is told by the next sign of presence, in words of the same code.
        ...(send ? { fetch: send } : {}),
        ...(time ? { time } : {}),
      }),
  };
}

/** The numbers of a query as an address carries them. */
const inWords = (query: { readonly after?: number; readonly before?: number }): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
