import * as contract from '@carillon/contract';
import {
  pictureTypes,
  routeTable,
  soundTypes,
  type FileKind,
  type ProblemCode,
  type Route,
  type RouteCaller,
} from '@carillon/contract';
import * as z from 'zod/mini';
import { problems } from '../http/problem.js';
import { problemsOf } from './problems-of.js';

type Json = Readonly<Record<string, unknown>>;

const ref = (name: string) => `#/components/schemas/${name}`;

/** The contract's schemas under the names that they have in code, so that the document speaks the same words. */
function namedSchemas(): { readonly names: ReadonlyMap<unknown, string>; readonly schemas: Json } {
  const registry = z.registry<{ id: string }>();
  const names = new Map<unknown, string>();
  for (const [name, value] of Object.entries(contract))
    if (value instanceof z.core.$ZodType && !names.has(value)) {
      names.set(value, name);
      registry.add(value, { id: name });
    }
  const { schemas } = z.toJSONSchema(registry, { uri: ref, io: 'output', unrepresentable: 'any' });
  return { names, schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)])) };
}

/** A schema without what a document of its own would say. */
const bare = (schema: object): Json =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => !['$schema', '$id', 'id'].includes(name)));

const inputSchema = (schema: z.ZodMiniType): Json =>
  bare(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

const outputSchema = (schema: z.ZodMiniType, names: ReadonlyMap<unknown, string>): Json => {
  const name = names.get(schema);
  return name === undefined
    ? bare(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }))
    : { $ref: ref(name) };
};

const security: Readonly<Partial<Record<RouteCaller, string>>> = {
  customer: 'customerSecret',
  agent: 'agentSession',
  supervisor: 'agentSession',
  admin: 'agentSession',
  program: 'apiKey',
  livekit: 'livekitSignature',
  mailbox: 'webhookSignature',
};

/** Of a command that the server does once under one key. */
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key and the same request within a day: the same answer, and nothing is done twice.',
  schema: { type: 'string', minLength: 8, maxLength: 128 },
};

function operationOf(row: Route, names: ReadonlyMap<unknown, string>): Json {
  const { answer, body, callers, path, query, status, summary } = row;
  const schemes = [...new Set(callers.map((caller) => security[caller]).filter((name) => name !== undefined))];
  const once = row.problems.includes('idempotency_mismatch');
  const open = callers.includes('public') || callers.includes('demo');
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    operationId: operationId(row),
    summary,
    description: `For: ${callers.join(', ')}.`,
    tags: [path.split('/')[2] ?? 'server'],
    parameters: [...parameters, ...queryParameters(query), ...(once ? [idempotencyKey] : [])],
    ...(body === undefined ? {} : { requestBody: { required: true, content: bodyContent(body) } }),
    security: [...(open ? [{}] : []), ...schemes.map((name) => ({ [name]: [] }))],
    responses: {
      [status]: {
        description: 'Done.',
        content: answerContent(answer, names),
      },
      ...refusals(problemsOf(row)),
    },
  };
}

const uploadedTypes: Readonly<Record<FileKind, readonly string[]>> = { picture: pictureTypes, sound: soundTypes };
/** A picture is written anew, a sound kept as it is. */
const servedTypes: Readonly<Record<FileKind, readonly string[]>> = { picture: ['image/webp'], sound: soundTypes };

/** Bytes have no schema but their media type (OpenAPI 3.1). */
const bodyContent = (body: NonNullable<Route['body']>): Json =>
  typeof body === 'string'
    ? Object.fromEntries(uploadedTypes[body].map((type) => [type, {}]))
    : { 'application/json': { schema: inputSchema(body) } };

function answerContent(answer: Route['answer'], names: ReadonlyMap<unknown, string>): Json {
  if (answer === 'events') return { 'text/event-stream': { schema: { type: 'string' } } };
  if (typeof answer === 'string') return Object.fromEntries(servedTypes[answer].map((type) => [type, {}]));
  return { 'application/json': { schema: outputSchema(answer, names) } };
}

function queryParameters(query: z.ZodMiniType | undefined): Json[] {
  if (!query) return [];
  const { properties = {} } = inputSchema(query) as { properties?: Record<string, unknown> };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}

/** `POST /v1/offers/:id/accept` → `postOffersAccept`. */
const operationId = ({ method, path }: Route): string =>
  method.toLowerCase() +
  path
    .replace(/^\/v1/, '')
    .split(/[/-]/)
    .filter(Boolean)
    .map((part) => (part.startsWith(':') ? `By${capital(part.slice(1))}` : capital(part)))
    .join('');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).replace(/\W/g, '');

/** The refusals of a route by their status; each is a problem of RFC 9457 with one of the codes that are named. */
function refusals(codes: readonly ProblemCode[]): Json {
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes
          .filter((code) => problems[code].status === status)
          .map((code) => `\`${code}\`: ${problems[code].title}.`)
          .join(' '),
        content: { 'application/problem+json': { schema: { $ref: ref('Problem') } } },
      },
    ]),
  );
}

const schemes = {
  agentSession: { type: 'http', scheme: 'bearer', description: 'A session, from POST /v1/agent/session.' },
  customerSecret: { type: 'http', scheme: 'bearer', description: 'The secret that a customer’s browser made up.' },
  apiKey: { type: 'http', scheme: 'bearer', description: 'A key for programs, from POST /v1/api-keys.' },
  livekitSignature: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Signed by the media server.' },
  webhookSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'With webhook-id and webhook-timestamp, as Standard Webhooks says; the secret is MAIL_INBOUND_SECRET.',
  },
};

/** The OpenAPI 3.1 document of the server: made of the route table and the contract's schemas, and of nothing else. */
export function buildOpenApi(): Json {
  const { names, schemas } = namedSchemas();
  const paths: Record<string, Record<string, Json>> = {};
  for (const row of routeTable)
    (paths[row.path.replace(/:(\w+)/g, '{$1}')] ??= {})[row.method.toLowerCase()] = operationOf(row, names);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Carillon link-server',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'JSON both ways. A refusal is problem+json with a stable `code`. Commands take an `Idempotency-Key`. Lists come page by page: `next` of one answer is the `cursor` of the next request.',
    },
    paths,
    components: { schemas, securitySchemes: schemes },
  };
}
