import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver.js';
import { postWebhook, type PostWebhookOptions } from './post-webhook.js';

describe('sending a webhook', () => {
  let receiver: WebhookReceiver;
  before(async () => (receiver = await startWebhookReceiver()));
  beforeEach(() => Object.assign(receiver, { answer: 204, connections: 0, received: [] }));
  after(() => receiver.close());

  const send = (url = receiver.url, options: Partial<PostWebhookOptions> = {}) =>
    postWebhook({ url, headers: { 'webhook-id': 'msg_1' }, body: '{"a":"Ä"}' }, { reach: 'loopback', ...options });
  const resolveTo =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it('posts the bytes and headers, and says the receiver’s status', async () => {
    assert.deepEqual(await send(), { status: 204 });
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    assert.deepEqual(
      [body, headers['webhook-id'], headers['content-type'], headers['content-length']],
      ['{"a":"Ä"}', 'msg_1', 'application/json', '10'],
    );
  });

  it('follows no redirect', async () => {
    const other = await startWebhookReceiver();
    receiver.answer = (response) => response.writeHead(302, { location: other.url }).end();
    assert.deepEqual(await send(), { status: 302 });
    assert.equal(other.connections, 0);
    await other.close();
  });

  it('leaves a receiver that never ends its answer', async () => {
    receiver.answer = (response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
      };
      response.writeHead(200).on('drain', more);
      more();
    };
    assert.deepEqual(await send(), { status: 200 });
  });

  it('gives up on one that does not answer', async () => {
    receiver.answer = () => undefined;
    assert.deepEqual(await send(undefined, { timeoutMs: 50 }), { error: 'timeout' });
  });

  it('says that nobody is there', async () => {
    const gone = await startWebhookReceiver();
    await gone.close();
    assert.deepEqual(await send(gone.url), { error: 'unreachable' });
  });

  it('connects nowhere when the address is not allowed, however it is written', async () => {
    for (const host of ['127.0.0.1', '127.1', '2130706433', '0x7f000001', 'localhost', '[::ffff:127.0.0.1]'])
      assert.deepEqual(await send(`https://${host}/`, { reach: 'public' }), { error: 'url_forbidden' });
    assert.equal(receiver.connections, 0);
  });

  it('connects nowhere when a name leads to an address that is not allowed, or one of several does', async () => {
    for (const addresses of [['127.0.0.1'], ['169.254.169.254'], ['1.1.1.1', '127.0.0.1'], ['::1'], []])
      assert.deepEqual(
        await send('https://hooks.example/', { reach: 'public', resolve: resolveTo(...addresses) }),
        { error: 'address_forbidden' },
        String(addresses),
      );
    assert.equal(receiver.connections, 0);
  });

  it('goes to the address that was checked, and looks the name up once', async () => {
    let asked = 0;
    const resolve = async () => (asked++ === 0 ? resolveTo('127.0.0.1')() : resolveTo('10.0.0.1')());
    const url = `http://hooks.localhost:${receiver.port}/`;
    assert.deepEqual([await send(url, { resolve }), asked], [{ status: 204 }, 1]);
  });

  it('says so when the name cannot be looked up', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    assert.deepEqual(await send('https://hooks.example/', { resolve }), { error: 'unreachable' });
  });
});
