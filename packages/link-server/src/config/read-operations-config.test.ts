import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError } from './config-error.js';
import { readOperationsConfig } from './read-operations-config.js';

describe('the settings of operations', () => {
  it('believe no proxy, keep everything and let nobody else measure, unless said otherwise', () => {
    assert.deepEqual(readOperationsConfig({}), {
      trustedProxies: [],
      limits: { perAddress: 3_000, perLink: 60, linksPerAgent: 30 },
      metricsToken: null,
      drainMs: 10_000,
      retention: { callsDays: null, conversationsDays: null },
    });
  });

  it('are what the environment says', () => {
    const { trustedProxies, limits, retention } = readOperationsConfig({
      TRUSTED_PROXIES: ' 10.0.0.0/8, ::1 ,',
      RATE_LIMIT_ADDRESS: '100',
      RATE_LIMIT_LINK: '5',
      RATE_LIMIT_LINKS_PER_AGENT: '20',
      RETENTION_CALLS_DAYS: '30',
    });
    assert.deepEqual(
      [trustedProxies, limits, retention],
      [
        ['10.0.0.0/8', '::1'],
        { perAddress: 100, perLink: 5, linksPerAgent: 20 },
        { callsDays: 30, conversationsDays: null },
      ],
    );
  });

  for (const [name, value] of [
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/40'],
    ['METRICS_TOKEN', 'short'],
    ['RATE_LIMIT_LINK', '0'],
    ['RATE_LIMIT_LINKS_PER_AGENT', 'many'],
    ['RETENTION_CALLS_DAYS', '1.5'],
    ['RETENTION_CALLS_DAYS', '-1'],
    ['DRAIN_MS', 'soon'],
  ] as const)
    it(`refuse ${name}=${value} by its name`, () =>
      assert.throws(
        () => readOperationsConfig({ [name]: value }),
        (error) => error instanceof ConfigError && error.message.startsWith(name),
      ));
});
