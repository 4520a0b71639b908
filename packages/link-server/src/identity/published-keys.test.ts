import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type GenerateKeyPairResult } from 'jose';
import type { DomainError } from '../domain-error.js';
import { hostTokenVerifier, type HostTokenVerifier } from './host-token.js';
import { remoteKeys } from './remote-keys.js';

const now = 1_800_000_000;
const [issuer, audience] = ['https://id.example/', 'carillon'];

describe('tokens signed with published keys', () => {
  let server: Server;
  let url: string;
  let verify: HostTokenVerifier;
  const pairs = new Map<string, GenerateKeyPairResult>();
  /** Which keys the provider shows, and how often it was asked. */
  let shown: readonly string[] = ['rsa', 'ec'];
  let asked = 0;
  let status = 200;

  before(async () => {
    for (const [kid, alg] of [
      ['rsa', 'RS256'],
      ['ec', 'ES256'],
      ['next', 'RS256'],
      ['strange', 'RS256'],
    ] as const)
      pairs.set(kid, await generateKeyPair(alg, { extractable: true }));
    server = createServer((_, response) => {
      asked++;
      const keys = shown.map(async (kid) => ({ ...(await exportJWK(pair(kid).publicKey)), kid, use: 'sig' }));
      void Promise.all(keys).then((all) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: all })),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    verify = verifier();
  });
  after(() => void server.close());

  const verifier = () => hostTokenVerifier({ jwksUrl: url, issuer, audience }, () => now * 1_000);
  function pair(kid: string): GenerateKeyPairResult {
    const found = pairs.get(kid);
    if (!found) throw new Error(`There is no key ${kid}.`);
    return found;
  }
  const good = { iss: issuer, aud: audience, sub: 'ana', nbf: now, exp: now + 300 };
  const sign = (
    header: { alg: string; kid?: string } & Record<string, unknown>,
    claims: object = {},
    by = header.kid,
  ) => new SignJWT({ ...good, ...claims }).setProtectedHeader(header).sign(pair(by ?? 'rsa').privateKey);
  const outcome = (token: string, by = verify) =>
    by(token).then(
      ({ extId }) => extId,
      (error: unknown) => (error as DomainError).code,
    );
  const text = (header: object, claims: object = good) =>
    [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

  it('vouch for a user, whichever of the keys signed', async () => {
    assert.equal(await outcome(await sign({ alg: 'RS256', kid: 'rsa' })), 'ana');
    assert.equal(await outcome(await sign({ alg: 'ES256', kid: 'ec', typ: 'JWT' })), 'ana');
    assert.equal((await verify(await sign({ alg: 'RS256', kid: 'rsa' }, { role: 'admin' }))).role, 'admin');
  });

  it('are checked with keys that were asked for once', () => assert.equal(asked, 1));

  it('are refused with anything that is not quite right (T11)', async () => {
    const publicKey = await exportSPKI(pair('rsa').publicKey);
    const byPublicKey = text({ alg: 'HS256', kid: 'rsa' });
    const hmac = createHmac('sha256', publicKey).update(byPublicKey).digest('base64url');
    const [, , signature = ''] = (await sign({ alg: 'RS256', kid: 'rsa' })).split('.');
    const stranger = { jwk: await exportJWK(pair('strange').publicKey) };
    for (const [what, token] of [
      ['alg none', `${text({ alg: 'none', kid: 'rsa' })}.`],
      ['the public key as a secret', `${byPublicKey}.${hmac}`],
      ['HS256 over nothing', `${text({ alg: 'HS256', kid: 'rsa' })}.${createHmac('sha256', '').digest('base64url')}`],
      ['another key under a known id', await sign({ alg: 'RS256', kid: 'rsa' }, {}, 'strange')],
      ['a key of its own', await sign({ alg: 'RS256', ...stranger }, {}, 'strange')],
      ['a place for its key', await sign({ alg: 'RS256', kid: 'rsa', jku: 'https://evil.example/keys' })],
      ['a certificate', await sign({ alg: 'RS256', kid: 'rsa', x5u: 'https://evil.example/cert' })],
      ['an unknown key id', await sign({ alg: 'RS256', kid: 'unknown' }, {}, 'rsa')],
      ['a path as a key id', await sign({ alg: 'RS256', kid: '../../dev/null' }, {}, 'rsa')],
      ['an algorithm of another key', text({ alg: 'ES256', kid: 'rsa' }) + `.${signature}`],
      ['changed claims', `${text({ alg: 'RS256', kid: 'rsa' }, { ...good, sub: 'ben' })}.${signature}`],
      ['another issuer', await sign({ alg: 'RS256', kid: 'rsa' }, { iss: 'https://id.example' })],
      ['another audience', await sign({ alg: 'RS256', kid: 'rsa' }, { aud: 'elsewhere' })],
      ['two audiences', await sign({ alg: 'RS256', kid: 'rsa' }, { aud: [audience, 'elsewhere'] })],
      ['no expiry', await sign({ alg: 'RS256', kid: 'rsa' }, { exp: undefined })],
      ['an expiry that is past', await sign({ alg: 'RS256', kid: 'rsa' }, { exp: now - 11 })],
      ['a beginning that is to come', await sign({ alg: 'RS256', kid: 'rsa' }, { nbf: now + 11 })],
      ['a life of a day', await sign({ alg: 'RS256', kid: 'rsa' }, { exp: now + 86_400 })],
      ['another type', await sign({ alg: 'RS256', kid: 'rsa', typ: 'at+jwt' })],
    ] as const)
      assert.equal(await outcome(token), 'unauthenticated', what);
    assert.equal(asked, 1, 'no token makes us ask again and again');
  });

  it('may be signed with a key that comes later, and not with one that has gone', async () => {
    shown = ['next'];
    const unread = { payload: '', signature: '' };
    const keys = remoteKeys(url, { cooldownMs: 0, maxAgeMs: 0 });
    await assert.doesNotReject(async () => keys({ alg: 'RS256', kid: 'next' }, unread));
    await assert.rejects(async () => keys({ alg: 'RS256', kid: 'rsa' }, unread));
    shown = ['rsa', 'ec'];
  });

  it('are nobody’s fault when the keys cannot be had', async () => {
    status = 500;
    assert.equal(await outcome(await sign({ alg: 'RS256', kid: 'rsa' }), verifier()), 'sign_in_unavailable');
    assert.equal(await outcome(await sign({ alg: 'RS256', kid: 'rsa' })), 'ana', 'those at hand still do');
    status = 200;
    const nowhere = hostTokenVerifier({ jwksUrl: 'http://127.0.0.1:1/keys', issuer, audience }, () => now * 1_000);
    assert.equal(await outcome(await sign({ alg: 'RS256', kid: 'rsa' }), nowhere), 'sign_in_unavailable');
  });
});
