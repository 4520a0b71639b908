import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiKeyList, CreatedApiKey, JoinView, routes, type Problem } from '@carillon/contract';
import { serve, type ServerType } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CallLinkError, createCallLink } from './client.js';
import { createHttpBench, type HttpBench } from './testing/http-bench.js';

describe('a program with a key', () => {
  let bench: HttpBench;
  let listener: ServerType;
  let server: string;
  let admin: string;
  before(async () => {
    bench = await createHttpBench();
    admin = await bench.signIn('ana');
    listener = serve({ fetch: bench.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(listener, 'listening');
    server = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  });
  after(async () => {
    listener.close();
    await bench.close();
  });

  const newKey = async (name = 'CRM') =>
    CreatedApiKey.parse((await bench.ask(routes.apiKeys, { bearer: admin, body: { name } })).json);
  const refusal = (apiKey: string) =>
    createCallLink({ server, apiKey, displayName: 'Marija' }).then(
      () => null,
      (error: unknown) => (error instanceof CallLinkError ? error.code : error),
    );

  it('makes a link in five lines', async () => {
    const { secret: apiKey } = await newKey();
    const { url, displayName } = await createCallLink({ server, apiKey, displayName: 'Marija Horvat' });
    assert.equal(displayName, 'Marija Horvat');
    const view = JoinView.parse((await bench.ask(`/v1/join${new URL(url).pathname.slice(2)}`)).json);
    assert.deepEqual([view.state, view.displayName], ['available', 'Marija Horvat']);
  });

  it('makes one for any conversation of the company', async () => {
    const { secret: apiKey } = await newKey();
    const { callId } = await bench.caller();
    const call = await bench.deps.db.read((q) =>
      q.get<{ conversation_id: string }>('select conversation_id from call where id = $1', callId),
    );
    const conversationId = call?.conversation_id ?? '';
    assert.equal((await createCallLink({ server, apiKey, conversationId })).conversationId, conversationId);
  });

  it('may do nothing else', async () => {
    const { secret: bearer } = await newKey();
    for (const path of [routes.links, routes.agentState, routes.people, routes.apiKeys])
      assert.equal((await bench.ask<Problem>(path, { bearer })).json.code, 'forbidden', path);
  });

  it('hears why it made none', async () => {
    const { secret: apiKey } = await newKey();
    const wrong = createCallLink({ server, apiKey, displayName: 'A', configuration: 'nowhere' });
    await assert.rejects(wrong, { name: 'CallLinkError', code: 'configuration_not_found' });
    for (const bad of ['', 'cck_', `cck_${'A'.repeat(43)}`, apiKey.slice(0, -1), apiKey.slice(4)])
      assert.equal(await refusal(bad), 'unauthenticated', bad);
  });

  it('is refused once its key is revoked, for good', async () => {
    const { key, secret } = await newKey('Old');
    assert.equal(await refusal(secret), null);
    for (let i = 0; i < 2; i++) {
      bench.clock.moveTo(bench.deps.now() + 1);
      const revoked = await bench.ask<{ revokedAt: number }>(routes.apiKey(key.id), {
        method: 'DELETE',
        bearer: admin,
      });
      assert.equal(revoked.status, 200);
    }
    assert.equal(await refusal(secret), 'unauthenticated');
    const { keys } = ApiKeyList.parse((await bench.ask(routes.apiKeys, { bearer: admin })).json);
    assert.equal(keys.find(({ id }) => id === key.id)?.revokedAt, bench.deps.now() - 1);
  });

  it('has a secret that nobody sees again', async () => {
    const { secret } = await newKey();
    const stored = await bench.deps.db.read((q) => q.all('select * from api_key'));
    const { text } = await bench.ask(routes.apiKeys, { bearer: admin });
    assert.ok(!JSON.stringify([stored, text, bench.log.lines]).includes(secret.slice(4)));
  });
});
