import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { LinkChoiceList, LinkConfiguration, LinkConfigurationList, routes, type Problem } from '@carillon/contract';
import { createHttpBench, type Ask, type HttpBench } from '../testing/http-bench.js';

describe('the routes of link configurations', () => {
  let bench: HttpBench;
  let admin: string;
  beforeEach(async () => {
    bench = await createHttpBench();
    admin = await bench.signIn('ana');
  });
  afterEach(() => bench.close());

  const ask = (path: string, request: Ask = {}) => bench.ask(path, { bearer: admin, ...request });
  const code = async (path: string, request: Ask = {}) => {
    const { status, json } = await bench.ask<Partial<Problem>>(path, { bearer: admin, ...request });
    return status < 400 ? status : `${status} ${json.code}`;
  };
  async function body(more: object = {}) {
    const { configurations } = LinkConfigurationList.parse((await ask(routes.linkConfigurations)).json);
    const brand = { name: 'Acme', color: '#fa0', welcome: 'Hello' };
    return { key: 'sales', name: 'Sales', kind: 'expiry', queueId: configurations[0]?.queueId, brand, ...more };
  }

  it('lead a configuration from its making to its end', async () => {
    const made = LinkConfiguration.parse((await ask(routes.linkConfigurations, { body: await body() })).json);
    const path = routes.linkConfiguration('sales');
    assert.deepEqual(LinkConfiguration.parse((await ask(path)).json), made);
    const changed = await ask(path, { method: 'PATCH', body: { version: 1, consent: 'ask' } });
    assert.deepEqual(changed.json, { ...made, consent: 'ask', version: 2 });
    assert.equal(await code(path, { method: 'PATCH', body: { version: 1, consent: 'off' } }), '409 changed_meanwhile');
    assert.equal(await code(path, { method: 'DELETE' }), 200);
    assert.equal(await code(path, { method: 'DELETE' }), '404 not_found');
    assert.equal(await code(path), '404 not_found');
  });

  it('say what is in the way, by a code', async () => {
    const path = routes.linkConfiguration('default');
    for (const [where, request, expected] of [
      [routes.linkConfigurations, { body: await body({ key: 'default' }) }, '409 key_taken'],
      [routes.linkConfigurations, { body: await body({ key: '__proto__' }) }, '400 invalid_request'],
      [routes.linkConfigurations, { body: await body({ css: 'body{}' }) }, '400 invalid_request'],
      [routes.linkConfigurations, { body: await body({ queueId: `que_${'x'.repeat(22)}` }) }, '400 invalid_request'],
      [path, { method: 'PATCH', body: { consent: 'ask' } }, '400 invalid_request'],
      [path, { method: 'PATCH', body: { version: 7 } }, '409 changed_meanwhile'],
      [path, { method: 'DELETE' }, '409 configuration_built_in'],
      [routes.linkConfiguration('nothing'), { method: 'PATCH', body: { version: 1 } }, '404 not_found'],
      [routes.linkConfiguration("'; drop table call_link"), { method: 'DELETE' }, '404 not_found'],
      [routes.linkConfiguration('\0'), {}, '404 not_found'],
    ] as const)
      assert.equal(await code(where, request), expected, `${where} ${JSON.stringify(request)}`);
  });

  it('make one configuration of a request that is sent twice', async () => {
    const request = { body: await body(), headers: { 'idempotency-key': 'sales-links-1' } };
    const [first, again] = [
      await ask(routes.linkConfigurations, request),
      await ask(routes.linkConfigurations, request),
    ];
    assert.deepEqual([first.status, again.status, again.text], [201, 201, first.text]);
  });

  it('tell every agent what there is to choose from, and administrators alone the rest', async () => {
    const bearer = await bench.signIn('ben');
    const { choices } = LinkChoiceList.parse((await ask(routes.linkChoices, { bearer })).json);
    assert.deepEqual(
      choices.map(({ key, kind }) => `${key} ${kind}`),
      ['default one-time', 'reusable expiry', 'scheduled time-frame'],
    );
    const path = routes.linkConfiguration('default');
    for (const [where, request] of [
      [routes.linkConfigurations, {}],
      [routes.linkConfigurations, { body: {} }],
      [path, {}],
      [path, { method: 'PATCH', body: {} }],
      [path, { method: 'DELETE' }],
    ] as const) {
      assert.equal(await code(where, { ...request, bearer }), '403 forbidden');
      assert.equal(await code(where, { ...request, bearer: undefined }), '401 unauthenticated');
    }
  });
});
