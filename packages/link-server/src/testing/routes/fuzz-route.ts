import type { FileKind, Route } from '@carillon/contract';
import fc from 'fast-check';
import type { HttpBench } from '../http-bench.js';
import { fileOf, typeOf } from '../files.js';
import { arbitraryOf } from './arbitrary-of.js';
import { pathOf } from './records.js';

interface FuzzedRequest {
  readonly id: string;
  readonly bearer: string | undefined;
  readonly body: unknown;
  readonly raw: string | undefined;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is there to be asked for: ids and bearers that are real, so that requests get as far as they can. */
export interface Known {
  readonly ids: readonly string[];
  readonly codes: readonly string[];
  readonly bearers: readonly string[];
}

const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '../admin',
    '%00',
    '__proto__',
    'constructor',
    "' or 1=1 --",
    'NaN',
    '-1',
    '9'.repeat(400),
    '\u0000',
    '🙂',
  ),
);
const wrongValue = fc.oneof(junk, fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(1e308, -0, 2 ** 53, null, [], {}));

/** A small file of its kind, or what has become of it on the way. */
const spoiltFileOf = (kind: FileKind) =>
  fc
    .record({ bytes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), size: fc.nat(120) })
    .map(({ bytes, size }) => {
      const file = fileOf(kind);
      for (const [at, value] of bytes) file[at % file.length] = value;
      return size === 0 ? file : file.subarray(0, size);
    });

/** Mostly what the schema says, often with a field that is not, sometimes nothing of the kind. */
const bodyOf = ({ body }: Route): fc.Arbitrary<unknown> => {
  if (typeof body === 'string') return spoiltFileOf(body);
  const good = body ? arbitraryOf(body) : fc.constant({});
  const spoilt = fc.tuple(good, fc.nat(20), wrongValue, fc.boolean()).map(([value, which, wrong, adds]) => {
    if (typeof value !== 'object' || value === null) return wrong;
    const names = Object.keys(value);
    const name = adds || names.length === 0 ? '__proto__' : (names[which % names.length] ?? 'x');
    return Object.defineProperty({ ...value }, name, { value: wrong, enumerable: true, configurable: true });
  });
  return fc.oneof(
    { weight: 5, arbitrary: good },
    { weight: 4, arbitrary: spoilt },
    { weight: 1, arbitrary: wrongValue },
  );
};

const headersOf = fc.record(
  {
    'idempotency-key': fc.constantFrom('k'.repeat(8), 'k'.repeat(128), 'short', 'key-of-a-client'),
    'last-event-id': fc.constantFrom('0', '-1', '1e9', 'x', '9'.repeat(30)),
    'content-type': fc.constantFrom(
      'application/json',
      'application/json; charset=utf-8',
      'text/plain',
      'image/png',
      'multipart/form-data',
    ),
    origin: fc.constantFrom('null', 'https://evil.example', 'https://desk.example'),
    accept: fc.constantFrom('*/*', 'text/html', ''),
  },
  { requiredKeys: [] },
);

const requestOf = (row: Route, { ids, codes, bearers }: Known): fc.Arbitrary<FuzzedRequest> =>
  fc.record({
    id: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...(row.path.includes('/:code') ? codes : ids)) },
      { weight: 1, arbitrary: fc.stringMatching(/^[a-z]{3}_[A-Za-z0-9_-]{22}$/) },
      {
        weight: 1,
        arbitrary: junk.filter((text) => text !== '' && text !== '.' && text !== '..'),
      },
    ),
    bearer: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...bearers) },
      { weight: 1, arbitrary: fc.constantFrom(undefined, 'x', 'A'.repeat(43), 'a.b.c') },
    ),
    body: bodyOf(row),
    raw: fc.oneof(
      { weight: 19, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom('', '{', '[[', '"', '\ufeff{}', '{"a":1e999}') },
    ),
    query: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      {
        weight: 3,
        arbitrary: row.query
          ? arbitraryOf(row.query).map((query) => `?${new URLSearchParams(query as Record<string, string>).toString()}`)
          : fc.constant(''),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '?',
          '?limit=-1',
          '?cursor=%00',
          '?a[b]=1',
          '?a=1&a=2',
          '?cursor=AAAA',
          '?%E0%A4%A=1',
        ),
      },
    ),
    headers: headersOf,
  });

/** Sends a route requests made from its schemas; returns those that the server failed at, which should be none. */
export async function fuzzRoute(
  bench: HttpBench,
  row: Route,
  known: Known,
  { runs, seed }: { readonly runs: number; readonly seed: number },
) {
  const faults: { readonly status: number; readonly request: FuzzedRequest }[] = [];
  const requests = fc.sample(requestOf(row, known), { numRuns: runs, seed });
  for (let i = 0; i < requests.length; i += 25) {
    // Whoever tries many wrong codes is stopped, which is not what is asked here.
    bench.clock.moveTo(bench.deps.now() + 60_000);
    const statuses = await Promise.all(requests.slice(i, i + 25).map((request) => send(bench, row, request)));
    statuses.forEach((status, at) => {
      const request = requests[i + at];
      if (status >= 500 && request) faults.push({ status, request });
    });
  }
  return faults;
}

async function send(
  { app }: HttpBench,
  row: Route,
  { id, bearer, body, raw, query, headers }: FuzzedRequest,
): Promise<number> {
  const bodiless = row.method === 'GET' || row.method === 'DELETE';
  const response = await app.request(pathOf(row, { id, code: id, key: id }) + query, {
    method: row.method,
    headers: {
      ...(bodiless ? {} : { 'content-type': typeOf(row) }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    ...(bodiless ? {} : { body: raw ?? (body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)) }),
  });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) await response.body?.cancel();
  else await response.arrayBuffer();
  return response.status;
}
