import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { maxExternalIdLength } from '@carillon/contract';
import type { DomainError } from '../domain-error.js';
import { hostTokenIssuer, hostTokenVerifier } from './host-token.js';

const options = { secret: 'x'.repeat(32), issuer: 'crm.example', audience: 'carillon' };
const now = 1_800_000_000;
let clock = now * 1_000;
const verify = hostTokenVerifier(options, () => clock);

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs claims by hand, so that anything can be said. `undefined` leaves a claim out. */
function sign(claims: object = {}, header: object = {}, { secret = options.secret, hash = 'sha256' } = {}): string {
  const payload = { iss: options.issuer, aud: options.audience, sub: 'ana', iat: now, exp: now + 60, ...claims };
  const text = `${part({ alg: 'HS256', typ: 'JWT', ...header })}.${part(payload)}`;
  return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`;
}

const outcome = (token: string) =>
  verify(token).then(
    ({ extId }) => extId,
    (error: unknown) => (error as DomainError).code,
  );

describe('a host app’s token', () => {
  it('vouches for one of its users', async () => {
    assert.equal(await outcome(await hostTokenIssuer(options, () => clock)('ana')), 'ana');
    for (const sub of ['7', 'ana@example.com', 'auth0|5f7c+x', 'a'.repeat(maxExternalIdLength)])
      assert.equal(await outcome(sign({ sub })), sub);
  });

  it('needs no typ, and may say the role of an agent', async () => {
    assert.equal(await outcome(sign({ role: 'agent' }, { typ: undefined })), 'ana');
  });

  it('may name a role, which is passed on as it is', async () => {
    for (const role of ['agent', 'supervisor', 'admin']) assert.equal((await verify(sign({ role }))).role, role);
    assert.equal((await verify(sign())).role, null);
  });

  it('counts until its expiry, and for two clocks’ difference of ten seconds', async () => {
    const token = sign({ nbf: now });
    for (const [offset, expected] of [
      [-11, 'unauthenticated'],
      [-10, 'ana'],
      [69, 'ana'],
      [70, 'unauthenticated'],
    ] as const) {
      clock = (now + offset) * 1_000;
      assert.equal(await outcome(token), expected, String(offset));
    }
    clock = now * 1_000;
  });

  const refused: Readonly<Record<string, string>> = {
    'that is none': 'abc',
    'that is empty': '',
    'signed by another key': sign({}, {}, { secret: 'y'.repeat(32) }),
    'signed with HS384': sign({}, { alg: 'HS384' }, { hash: 'sha384' }),
    'signed with HS512': sign({}, { alg: 'HS512' }, { hash: 'sha512' }),
    'that says HS256 over another hash': sign({}, {}, { hash: 'sha512' }),
    'signed by nobody': `${part({ alg: 'none' })}.${part({ sub: 'ana' })}.`,
    'whose claims were changed': sign().replace(/\.[^.]+\./, `.${part({ sub: 'ben', exp: now + 60 })}.`),
    'for another audience': sign({ aud: 'elsewhere' }),
    'for another audience as well': sign({ aud: ['carillon', 'elsewhere'] }),
    'for a list with us only': sign({ aud: ['carillon'] }),
    'of another issuer': sign({ iss: 'crm.example.evil' }),
    'that never ends': sign({ exp: undefined }),
    'whose end is no number': sign({ exp: 'tomorrow' }),
    'that has no beginning': sign({ iat: undefined }),
    'that begins in the future': sign({ iat: now + 11 }),
    'whose beginning is no number': sign({ nbf: 'now' }),
    'that is good for longer than two hours': sign({ exp: now + 7_201 }),
    'that is good for ever': sign({ exp: 9_999_999_999_999 }),
    'for nobody': sign({ sub: undefined }),
    'for somebody empty': sign({ sub: '' }),
    'for a name with a line break': sign({ sub: 'ana\n' }),
    'for a very long name': sign({ sub: 'a'.repeat(maxExternalIdLength + 1) }),
    'for a number': sign({ sub: 7 }),
    'of another type': sign({}, { typ: 'at+jwt' }),
    'that names a key': sign({}, { kid: '1' }),
    'that brings a key': sign({}, { jwk: { kty: 'oct', k: 'AAAA' } }),
    'that says where a key is': sign({}, { jku: 'https://evil.example/keys' }),
    'with a header that has to be understood': sign({}, { crit: ['b64'], b64: true }),
  };
  for (const [what, token] of Object.entries(refused))
    it(`is refused ${what} (T11)`, async () => assert.equal(await outcome(token), 'unauthenticated'));

  it('is forbidden for a customer and for another company’s agent', async () => {
    assert.equal(await outcome(sign({ role: 'customer' })), 'forbidden');
    assert.equal(await outcome(sign({ role: 'owner' })), 'forbidden');
    assert.equal(await outcome(sign({ role: null })), 'forbidden');
    assert.equal(await outcome(sign({ tid: 'other' })), 'forbidden');
  });

  it('needs a secret that cannot be guessed', () => {
    const weak = { ...options, secret: 'x'.repeat(31) };
    assert.throws(() => hostTokenVerifier(weak), /32 bytes/);
    assert.throws(() => hostTokenIssuer(weak), /32 bytes/);
  });
});
