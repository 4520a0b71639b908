import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { newWebhookSecret } from './create-endpoint.js';
import { signWebhook } from './sign-webhook.js';

const body = '{"type":"call.ended","data":{"text":"Ä 😀"}}';

describe('a webhook’s signature', () => {
  const [now, before] = [newWebhookSecret(), newWebhookSecret()];
  const sign = (...secrets: string[]) => signWebhook({ id: 'msg_1', body, at: Date.now() }, secrets);

  it('is the one of the Standard Webhooks’ own example', () => {
    const headers = signWebhook(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', at: 1_614_265_330_999 },
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    );
    assert.deepEqual(headers, {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is accepted by an independent library', () => {
    assert.deepEqual(new Webhook(now).verify(body, sign(now)), JSON.parse(body));
  });

  it('is made with each secret while one is changed for another', () => {
    const headers = sign(now, before);
    for (const secret of [now, before]) new Webhook(secret).verify(body, headers);
  });

  it('is no good for another body, another id, another time or by another secret', () => {
    const headers = sign(now);
    const later = String(Number(headers['webhook-timestamp']) + 1);
    assert.throws(() => new Webhook(now).verify(`${body} `, headers));
    assert.throws(() => new Webhook(now).verify(body, { ...headers, 'webhook-id': 'msg_2' }));
    assert.throws(() => new Webhook(now).verify(body, { ...headers, 'webhook-timestamp': later }));
    assert.throws(() => new Webhook(before).verify(body, headers));
  });
});
