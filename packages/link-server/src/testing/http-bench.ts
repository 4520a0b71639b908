import {
  AgentMediaGrant,
  AgentSessionGrant,
  AgentSnapshot,
  CreatedCallLink,
  CustomerCallSession,
  routes,
} from '@carillon/contract';
import { createApp, type App, type AppOptions } from '../app.js';
import { ensureDemoCompany } from '../demo/demo-company.js';
import { hostTokenIssuer, hostTokenVerifier } from '../identity/host-token.js';
import { webhookVerifier } from '../livekit/verify-webhook.js';
import { timerHandlers } from '../timer/timer-handlers.js';
import { newSecret } from './call-center.js';
import { createTestDeps, testKey, type TestBench, type TestDepsOptions } from './create-test-deps.js';

/** How the host app of tests signs its tokens. */
export const testHostToken = Object.freeze({
  secret: 'a-host-secret-for-tests-0123456789abcdef',
  issuer: 'host.example',
  audience: 'link-server',
});

/** An origin that may call the server. */
export const deskOrigin = 'https://desk.example';

export interface Ask {
  readonly method?: string;
  readonly bearer?: string | undefined;
  /** Sent as JSON, unless it is a string or bytes already. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, where it is JSON. */
  readonly json: T;
}

/** The whole server in this process, spoken to by HTTP requests: demo company, real database, fake LiveKit. */
export interface HttpBench extends TestBench {
  readonly app: App;
  /** Sends a request; with a body it is a POST of JSON, unless said otherwise. */
  ask<T = unknown>(path: string, request?: Ask): Promise<Answer<T>>;
  /** Signs an agent in by the host app's token, and says their bearer. */
  signIn(extId?: string): Promise<string>;
  /** Makes a link; returns its code. */
  newLink(body?: Readonly<Record<string, unknown>>): Promise<string>;
  /** An agent who is there and Active; returns their bearer. */
  activeAgent(extId?: string): Promise<string>;
  /** A customer's page on a link, with a call that has just begun. */
  caller(code?: string): Promise<Caller>;
  /** That call, answered and established. */
  talking(): Promise<Caller & { readonly agent: string }>;
}

export interface Caller {
  readonly code: string;
  readonly secret: string;
  readonly callId: string;
  /** The token that joins the room. */
  readonly token: string;
}

export interface HttpBenchOptions extends TestDepsOptions {
  readonly app?: Partial<AppOptions>;
}

export async function createHttpBench(options: HttpBenchOptions = {}): Promise<HttpBench> {
  const bench = await createTestDeps({ timerHandlers, ...options });
  await ensureDemoCompany(bench.deps);
  const issue = hostTokenIssuer(testHostToken, bench.deps.now);
  const app = createApp(bench.deps, {
    allowedOrigins: [deskOrigin],
    verifyHostToken: hostTokenVerifier(testHostToken, bench.deps.now),
    verifyWebhook: webhookVerifier(testKey),
    issueDemoToken: issue,
    brandName: 'Northwind',
    assets: {},
    mediaStatusFile: null,
    ...options.app,
  });

  async function ask<T>(path: string, request: Ask = {}): Promise<Answer<T>> {
    const response = await app.request(path, toInit(request));
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson && text ? JSON.parse(text) : undefined) as T,
    };
  }

  async function signIn(extId = 'ana'): Promise<string> {
    const { json } = await ask('/v1/agent/session', { body: { token: await issue(extId) } });
    return AgentSessionGrant.parse(json).bearer;
  }

  async function newLink(body: Readonly<Record<string, unknown>> = { displayName: 'Marija' }) {
    const { json } = await ask('/v1/links', { bearer: await signIn(), body });
    const { url } = CreatedCallLink.parse(json);
    return url.slice(url.lastIndexOf('/') + 1);
  }

  async function activeAgent(extId = 'ana') {
    const bearer = await signIn(extId);
    await ask('/v1/agent/presence', { bearer, body: {} });
    await ask('/v1/agent/status', { method: 'PUT', bearer, body: { status: 'active' } });
    return bearer;
  }

  async function caller(given?: string): Promise<Caller> {
    const code = given ?? (await newLink());
    const secret = newSecret();
    const { json } = await ask(routes.join(code), { bearer: secret, body: { medium: 'audio' } });
    const { call, media } = CustomerCallSession.parse(json);
    return { code, secret, callId: call.id, token: media?.token ?? '' };
  }

  async function talking() {
    const agent = await activeAgent();
    const customer = await caller();
    const { offer } = AgentSnapshot.parse((await ask(routes.agentState, { bearer: agent })).json);
    const { json } = await ask(routes.offerAccept(offer?.id ?? ''), { bearer: agent, body: {} });
    const { media } = AgentMediaGrant.parse(json);
    const { room } = bench.livekit.joinWith(customer.token);
    bench.livekit.joinWith(media.token);
    bench.livekit.publish(room, media.identity);
    await ask(routes.callConnected(customer.callId), { bearer: agent, body: {} });
    return { ...customer, agent };
  }

  return { ...bench, app, ask, signIn, newLink, activeAgent, caller, talking };
}

/** A browser's secret, made up as a customer's page does. */
export const browserSecret = newSecret;

function toInit({ method, bearer, body, headers = {} }: Ask): RequestInit {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
  return {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
  };
}
