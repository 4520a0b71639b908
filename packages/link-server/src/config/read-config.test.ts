import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limits } from '@carillon/contract';
import { ConfigError, readConfig } from './read-config.js';

const production = {
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  PUBLIC_URL: 'https://call.example',
  LIVEKIT_URL: 'wss://media.example',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 's'.repeat(32),
  HOST_TOKEN_SECRET: 'h'.repeat(32),
  HOST_TOKEN_ISSUER: 'crm.example',
  HOST_TOKEN_AUDIENCE: 'calls.example',
  ALLOWED_ORIGINS: 'https://desk.example',
};
const role = { name: 'role', words: null };

const refusal = (env: Record<string, string>) => {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return null;
};

describe('the configuration', () => {
  it('needs nothing to serve this machine alone', () => {
    const config = readConfig({});
    assert.deepEqual(
      [config.host, config.port, config.publicUrl, config.livekitUrl, config.livekitPublicUrl],
      ['127.0.0.1', 8787, null, 'ws://127.0.0.1:7880', 'ws://127.0.0.1:7880'],
    );
    assert.deepEqual(
      [config.demo, config.hostToken, config.livekitKey, config.allowedOrigins],
      [false, null, null, []],
    );
    assert.deepEqual(config.times, limits);
  });

  it('takes the address of a PostgreSQL, and none of another kind', () => {
    assert.equal(readConfig({}).databaseUrl, null);
    for (const url of [
      'postgresql://carillon:secret@db.example/calls',
      'postgres://carillon@%2Frun%2Fpostgresql/calls',
    ])
      assert.equal(readConfig({ DATABASE_URL: url }).databaseUrl, url);
    for (const url of ['mysql://db.example/calls', 'db.example', 'https://secret@db.example']) {
      const message = refusal({ DATABASE_URL: url }) ?? '';
      assert.match(message, /^DATABASE_URL has to be an address that begins with postgresql:/);
      assert.ok(!message.includes(url));
    }
  });

  it('takes a complete production setting', () => {
    const config = readConfig(production);
    assert.deepEqual(config.livekitKey, { apiKey: 'key', apiSecret: 's'.repeat(32) });
    assert.deepEqual(config.hostToken, {
      secret: 'h'.repeat(32),
      issuer: 'crm.example',
      audience: 'calls.example',
      role,
    });
  });

  for (const open of [{ NODE_ENV: 'production' }, { HOST: '0.0.0.0' }, { HOST: '192.168.1.5' }, { HOST: '::' }])
    it(`fails closed with ${JSON.stringify(open)} alone, and names each missing setting`, () => {
      const message = refusal(open) ?? '';
      for (const name of Object.keys(production).slice(2)) assert.ok(message.includes(name), name);
    });

  for (const name of Object.keys(production).slice(2))
    it(`fails closed in production without ${name}`, () => {
      const said = name === 'HOST_TOKEN_SECRET' ? `${name} or HOST_TOKEN_JWKS_URL` : name;
      assert.equal(refusal({ ...production, [name]: '' }), `A public server needs these settings: ${said}.`);
    });

  it('never plays the demo in production', () => assert.match(refusal({ ...production, DEMO: '1' }) ?? '', /DEMO=1/));

  it('lets a demo in a local network sign agents in by itself', () => {
    const open = { ...production, NODE_ENV: '', HOST_TOKEN_SECRET: '', HOST_TOKEN_ISSUER: '', HOST_TOKEN_AUDIENCE: '' };
    assert.equal(readConfig({ ...open, DEMO: '1' }).demo, true);
  });

  for (const host of ['127.0.0.1', '::1', 'localhost'])
    it(`counts ${host} as this machine`, () => assert.equal(readConfig({ HOST: host }).host, host));

  for (const [name, value, says] of [
    ['PORT', '65536', /PORT has to be a whole number from 0 to 65535/],
    ['PORT', '80a', /PORT/],
    ['PORT', '-1', /PORT/],
    ['PUBLIC_URL', 'call.example', /PUBLIC_URL has to be an address/],
    ['PUBLIC_URL', 'javascript:alert(1)', /PUBLIC_URL/],
    ['LIVEKIT_URL', 'ftp://x', /LIVEKIT_URL/],
    ['LIVEKIT_API_SECRET', 's3cret', /LIVEKIT_API_SECRET is too short/],
    ['HOST_TOKEN_SECRET', 's3cret', /HOST_TOKEN_SECRET is too short/],
    ['HOST_TOKEN_JWKS_URL', 'http://id.example/keys', /HOST_TOKEN_JWKS_URL has to begin with https/],
    ['HOST_TOKEN_JWKS_URL', 'file:///etc/passwd', /HOST_TOKEN_JWKS_URL has to be an address/],
    ['HOST_TOKEN_ROLES', 'boss=owner', /HOST_TOKEN_ROLES/],
    ['HOST_TOKEN_ROLES', 'admin', /HOST_TOKEN_ROLES/],
    ['ALLOWED_ORIGINS', '*', /ALLOWED_ORIGINS/],
    ['ALLOWED_ORIGINS', 'https://a.example/', /ALLOWED_ORIGINS/],
    ['ALLOWED_ORIGINS', 'null', /ALLOWED_ORIGINS/],
    ['CARILLON_RING_MS', '99', /CARILLON_RING_MS/],
    ['CARILLON_WRAP_UP_MS', '1.5', /CARILLON_WRAP_UP_MS/],
  ] as const)
    it(`refuses ${name}=${value}, and does not repeat a secret`, () => {
      const message = refusal({ [name]: value }) ?? '';
      assert.match(message, says);
      if (name.endsWith('SECRET')) assert.ok(!message.includes(value));
    });

  it('takes published keys in the place of a secret, and the host’s words for roles', () => {
    const others = { ...production, HOST_TOKEN_SECRET: '' };
    const config = readConfig({
      ...others,
      HOST_TOKEN_JWKS_URL: 'https://id.example/keys',
      HOST_TOKEN_ROLE_CLAIM: 'groups',
      HOST_TOKEN_ROLES: 'crm-admin=admin, crm=agent',
    });
    assert.deepEqual(config.hostToken, {
      jwksUrl: 'https://id.example/keys',
      issuer: 'crm.example',
      audience: 'calls.example',
      role: { name: 'groups', words: { 'crm-admin': 'admin', crm: 'agent' } },
    });
    assert.match(
      refusal({ ...production, HOST_TOKEN_JWKS_URL: 'https://id.example/keys' }) ?? '',
      /exclude each other/,
    );
    assert.ok(readConfig({ HOST_TOKEN_JWKS_URL: 'http://127.0.0.1:9/keys' }).hostToken);
  });

  it('takes times for tests and demonstrations', () => {
    const { times } = readConfig({ CARILLON_RING_MS: '3000', CARILLON_ABSENT_MS: '100' });
    assert.deepEqual([times.ringMs, times.absentMs, times.leaseMs], [3_000, 100, limits.leaseMs]);
  });

  it('reads addresses without their last slash, and lists without their blanks', () => {
    const config = readConfig({
      PUBLIC_URL: 'https://call.example/',
      LIVEKIT_URL: 'http://127.0.0.1:7880',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example,,',
    });
    assert.deepEqual([config.publicUrl, config.livekitPublicUrl], ['https://call.example', 'ws://127.0.0.1:7880']);
    assert.deepEqual(config.allowedOrigins, ['https://a.example', 'https://b.example']);
  });
});
