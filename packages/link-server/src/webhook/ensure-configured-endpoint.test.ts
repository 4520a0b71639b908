import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ConfigError } from '../config/config-error.js';
import { readWebhookConfig } from '../config/read-webhook-config.js';
import { createTestDeps, type TestBench } from '../testing/create-test-deps.js';
import { newWebhookSecret } from './create-endpoint.js';
import type { EndpointRow } from './endpoint-row.js';
import { ensureConfiguredEndpoint } from './ensure-configured-endpoint.js';

describe('the endpoint of the configuration', () => {
  let bench: TestBench;
  beforeEach(async () => (bench = await createTestDeps()));
  afterEach(() => bench.close());
  const [first, second] = [newWebhookSecret(), newWebhookSecret()];
  const url = 'https://hooks.example/';
  const rows = () => bench.deps.db.read((q) => q.all<EndpointRow>('select * from webhook_endpoint'));

  it('is there after each start, once', async () => {
    for (let starts = 0; starts < 2; starts++) await ensureConfiguredEndpoint(bench.deps, { url, secret: first });
    const [row, ...more] = await rows();
    assert.deepEqual([row?.url, row?.secret, row?.old_secret, row?.state, more], [url, first, null, 'active', []]);
  });

  it('moves, and changes its secret with a day in which both are good', async () => {
    await ensureConfiguredEndpoint(bench.deps, { url, secret: first });
    await ensureConfiguredEndpoint(bench.deps, { url: 'https://new.example/', secret: second });
    const [row] = await rows();
    assert.deepEqual(
      [row?.url, row?.secret, row?.old_secret, row?.old_secret_until],
      ['https://new.example/', second, first, bench.deps.now() + 86_400_000],
    );
  });

  it('is disabled when the configuration names none, and comes back', async () => {
    await ensureConfiguredEndpoint(bench.deps, { url, secret: first });
    await ensureConfiguredEndpoint(bench.deps, null);
    assert.equal((await rows())[0]?.state, 'disabled');
    await ensureConfiguredEndpoint(bench.deps, { url, secret: first });
    assert.deepEqual(
      (await rows()).map(({ state }) => state),
      ['active'],
    );
  });
});

describe('the settings of webhooks', () => {
  const secret = newWebhookSecret();
  const read = (env: Record<string, string>, production = true) =>
    readWebhookConfig({ WEBHOOK_SECRET: secret, ...env }, production);

  it('name no endpoint unless there is a WEBHOOK_URL', () => {
    assert.deepEqual(read({}), { endpoint: null, reach: 'public' });
    assert.deepEqual(read({ WEBHOOK_URL: 'https://hooks.example' }).endpoint, {
      url: 'https://hooks.example/',
      secret,
    });
  });

  it('allow this machine outside production, and the own network only when told to', () => {
    const local = { WEBHOOK_URL: 'http://127.0.0.1:3000/' };
    assert.equal(read(local, false).reach, 'loopback');
    assert.throws(() => read(local), ConfigError);
    assert.throws(() => read({ WEBHOOK_URL: 'http://10.0.0.1/' }, false), ConfigError);
    assert.equal(read({ WEBHOOK_URL: 'http://10.0.0.1/', WEBHOOK_ALLOW_PRIVATE: '1' }).reach, 'private');
  });

  for (const bad of ['', 'abc', 'whsec_', 'whsec_YWJj', `whsec_${'ä'.repeat(40)}`])
    it(`refuse the secret ${bad || 'that is missing'}, and do not repeat it`, () => {
      const reading = () => read({ WEBHOOK_URL: 'https://hooks.example/', WEBHOOK_SECRET: bad });
      assert.throws(
        reading,
        (error) => error instanceof ConfigError && (bad.length < 8 || !error.message.includes(bad)),
      );
    });
});
