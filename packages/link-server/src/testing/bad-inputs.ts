import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Problem } from '@carillon/contract';
import { testKey } from './create-test-deps.js';
import { testHostToken, type Answer } from './http-bench.js';

/** A row of bad-inputs.json: something wrong or hostile, and the class it has to end in. */
export interface BadInput {
  readonly id: string;
  readonly area:
    | 'link'
    | 'redeem'
    | 'token'
    | 'name'
    | 'http'
    | 'timeframe'
    | 'branding'
    | 'upload'
    | 'background'
    | 'webhook-in'
    | 'webhook-out'
    | 'event';
  readonly field: string;
  readonly expect: string;
  readonly why: string;
  readonly value?: unknown;
  /** The body as it is sent. */
  readonly raw?: string;
  readonly gen?: Generator;
  readonly header?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly expectAlt?: string;
}

interface Generator {
  readonly hex?: string;
  readonly text?: string;
  readonly type?: string;
  readonly png?: { readonly w: number; readonly h: number; readonly bits: number };
  readonly prefix?: string;
  readonly repeat?: readonly [string, number];
  readonly bytes?: number;
  readonly nest?: number;
  readonly jwt?: { readonly header: object; readonly payload: object; readonly key: string | null };
}

interface Catalogue {
  readonly outcomeClasses: Readonly<Record<string, string>>;
  readonly inputs: readonly BadInput[];
}

/** The catalogue; it only grows: a new bug is a new row first. */
export const badInputs = JSON.parse(readFileSync(new URL('bad-inputs.json', import.meta.url), 'utf8')) as Catalogue;

/** The rows of one area. */
export const rowsOf = (area: BadInput['area']) => badInputs.inputs.filter((row) => row.area === area);
const statuses: Readonly<Record<string, number>> = {
  'reject-400': 400,
  'reject-401': 401,
  'reject-403': 403,
  'reject-404': 404,
  'reject-405': 405,
  'gone-410': 410,
  'too-large-413': 413,
  'unsupported-415': 415,
};

/** A refusal of its class: the status, a stable code, and nothing of what was sent. */
export function assertRefused({ expect }: BadInput, answer: Answer, sent: unknown): void {
  assert.equal(answer.status, statuses[expect], answer.text);
  assert.equal(Problem.parse(answer.json).status, answer.status);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
  if (typeof sent === 'string' && sent.length > 3) assert.ok(!answer.text.includes(sent), 'the value came back');
}

/** The value of a row, with `fixtures` in the place of `$name`, or what its generator makes. */
export function valueOf(row: BadInput, fixtures: Readonly<Record<string, string>>, nowSeconds: number): unknown {
  const { value, gen } = row;
  if (gen?.jwt) return makeJwt(gen.jwt, nowSeconds);
  if (gen?.repeat) return (gen.prefix ?? '') + gen.repeat[0].repeat(gen.repeat[1]);
  const fill = (text: string) => text.replace(/\$(\w+)/g, (found, name: string) => fixtures[name] ?? found);
  if (typeof value === 'string') return fill(value);
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? fill(one) : (one as unknown))) : value;
}

const keys: Readonly<Record<string, string>> = { secret: testHostToken.secret, livekitSecret: testKey.apiSecret };
const base64url = (text: string) => Buffer.from(text).toString('base64url');

/** A token that would be good but for what the row says about it. */
function makeJwt({ header, payload, key }: NonNullable<Generator['jwt']>, now: number): string {
  const { issuer, audience } = testHostToken;
  const claims = { iss: issuer, aud: audience, sub: 'ana', nbf: now - 1, exp: now + 60, ...payload };
  const text = JSON.stringify(claims)
    .replace(/"now([+-]\d+)"/g, (_, offset: string) => String(now + Number(offset)))
    .replace(/"raw:([^"]+)"/g, '$1');
  const signed = `${base64url(JSON.stringify({ typ: 'JWT', ...header }))}.${base64url(text)}`;
  if (key === null) return `${signed}.`;
  return `${signed}.${createHmac('sha256', keys[key] ?? key)
    .update(signed)
    .digest('base64url')}`;
}
