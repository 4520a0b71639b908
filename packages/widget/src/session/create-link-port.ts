import { ApiClient, followEvents, type Clock } from '@carillon/call';
import { CustomerCallSession, CustomerEvent, Done, JoinView, routes } from '@carillon/contract';
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
  const tell = (path: string, bearer: string) => api.send({ method: 'POST', path, body: {}, answer: Done, bearer });
  return {
    view: (secret) => api.send({ method: 'GET', path: routes.join(code), answer: JoinView, bearer: secret }),
    redeem: (bearer, body) =>
      api.send({ method: 'POST', path: routes.join(code), body, answer: CustomerCallSession, bearer }),
    token: (bearer) =>
      api.send({ method: 'POST', path: routes.joinToken(code), body: {}, answer: CustomerCallSession, bearer }),
    connected: (secret) => tell(routes.joinConnected(code), secret),
    presence: (secret) => tell(routes.joinPresence(code), secret),
    leave: (secret) => tell(routes.joinLeave(code), secret),
    farewell: (bearer) => api.sendLast({ path: routes.joinFarewell(code), bearer }),
    follow: (secret, { event, clock, connected, reset }) =>
      followEvents({
        url: api.server + routes.joinEvents(code),
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
