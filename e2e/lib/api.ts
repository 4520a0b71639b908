import { randomBytes } from 'node:crypto';
import {
  routes,
  type AgentMediaGrant,
  type AgentSessionGrant,
  type AgentSnapshot,
  type AgentStatus,
  type CreatedCallLink,
  type CustomerCallSession,
  type Medium,
  type Problem,
} from '@carillon/contract';

/** An answer of the server: its status, and the body whatever it is. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T & Partial<Problem>;
}

/** Sends one JSON command as a client without our elements would. */
export async function send<T>(
  server: string,
  method: string,
  path: string,
  { bearer, body }: { bearer?: string; body?: unknown } = {},
): Promise<Answer<T>> {
  const response = await fetch(server + path, {
    method,
    headers: {
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T & Partial<Problem> };
}

/** An agent who works by HTTP alone; not there for calls before `ready`. */
export async function apiAgent(server: string, key: string) {
  const { body: issued } = await send<{ token: string }>(server, 'POST', routes.demoToken(key), { body: {} });
  const { body: session } = await send<AgentSessionGrant>(server, 'POST', routes.agentSession, {
    body: { token: issued.token },
  });
  const call = <T>(method: string, path: string, body?: unknown) =>
    send<T>(server, method, path, { bearer: session.bearer, ...(body === undefined ? {} : { body }) });
  return {
    name: session.agent.name,
    bearer: session.bearer,
    send: call,
    setStatus: (next: AgentStatus) => call('PUT', routes.agentStatus, { status: next }),
    /** Says that the agent is there and wants calls; holds for `presenceGoneMs`. */
    async ready() {
      await call('POST', routes.agentPresence, {});
      await call('PUT', routes.agentStatus, { status: 'active' });
    },
    state: async () => (await call<AgentSnapshot>('GET', routes.agentState)).body,
    accept: (offerId: string) => call<AgentMediaGrant>('POST', routes.offerAccept(offerId), {}),
    decline: (offerId: string) => call('POST', routes.offerDecline(offerId), {}),
    link: async (body: unknown) => (await call<CreatedCallLink>('POST', routes.links, body)).body,
  };
}

/** A customer who works by HTTP alone. */
export function apiCustomer(server: string, linkUrl: string) {
  const code = new URL(linkUrl).pathname.split('/').at(-1) ?? '';
  const secret = randomBytes(32).toString('base64url');
  const call = <T>(method: string, path: string, body?: unknown) =>
    send<T>(server, method, path, { bearer: secret, ...(body === undefined ? {} : { body }) });
  return {
    code,
    redeem: (medium: Medium = 'audio') => call<CustomerCallSession>('POST', routes.join(code), { medium }),
    leave: () => call('POST', routes.joinLeave(code), {}),
  };
}
