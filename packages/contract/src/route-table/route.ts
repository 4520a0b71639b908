import type * as z from 'zod/mini';
import type { ProblemCode } from '../problem.js';

/**
 * Who may use a route. `customer`: a browser with the secret of a link; `program`: one with an API key; `livekit`
 * signs, and so does `mailbox`, which hands on what customers answer by mail.
 */
export type RouteCaller =
  'public' | 'customer' | 'agent' | 'supervisor' | 'admin' | 'program' | 'livekit' | 'mailbox' | 'demo';

/** What an id in the path names, or a key. Somebody else's is refused in the same words as one that does not exist. */
export type RouteRecord =
  | 'offer'
  | 'call'
  | 'wrapup'
  | 'conversation'
  | 'mail'
  | 'link'
  | 'queue'
  | 'agent'
  | 'configuration'
  | 'api-key'
  | 'session'
  | 'background-image'
  | 'person'
  | 'picture'
  | 'sound'
  | 'webhook-endpoint';

/** What is uploaded: the bytes themselves. */
export type FileKind = 'picture' | 'sound';

/** One route of the server: all that a client, the documentation and the tests of the server have to know about it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for what varies. */
  readonly path: string;
  /** A sentence of what it is for. */
  readonly summary: string;
  readonly callers: readonly RouteCaller[];
  /** What `:id` names, and whose it has to be. `company`: everybody who may call the route may have it. */
  readonly record?: { readonly is: RouteRecord; readonly of: 'agent' | 'queue-member' | 'company' };
  readonly query?: z.ZodMiniType;
  /** `picture` and `sound` for the bytes of a file. */
  readonly body?: z.ZodMiniType | FileKind;
  /** The body of a success; `events` for a stream of server-sent events, `picture` and `sound` for the bytes of one. */
  readonly answer: z.ZodMiniType | 'events' | FileKind;
  readonly status: 200 | 201;
  /** Refusals besides those that every route of its callers has. */
  readonly problems: readonly ProblemCode[];
}

/** Everybody who works at the company: what an agent may, those above may too. */
export const agents: readonly RouteCaller[] = Object.freeze(['agent', 'supervisor', 'admin'] as const);
export const admins: readonly RouteCaller[] = Object.freeze(['admin'] as const);
export const customers: readonly RouteCaller[] = Object.freeze(['customer'] as const);
export const everybody: readonly RouteCaller[] = Object.freeze(['public'] as const);

type Given = Omit<Route, 'status' | 'problems'> & Partial<Pick<Route, 'status' | 'problems'>>;

const usual = { status: 200, problems: [] } as const;

/** A row of the table. Its type says method, path and schemas exactly, so that a client is checked against it. */
export function route<const Row extends Given>(row: Row): Route & Row;
export function route(row: Given): Route {
  return Object.freeze({ ...usual, ...row });
}
