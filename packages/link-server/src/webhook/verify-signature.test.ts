import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { inboundSecret as secret } from '../testing/smtp-inbox.js';
import { isSigned, type SignedBody } from './verify-signature.js';

const now = 1_800_000_000_000;
const body = '{"text":"Hi"}';
const sign = (at = now, signed = body, by = secret): SignedBody => ({
  id: 'msg_1',
  timestamp: String(Math.floor(at / 1_000)),
  signature: new Webhook(by).sign('msg_1', new Date(at), signed),
  body,
});

describe('the signature of what is handed to us', () => {
  it('is taken as the library of Standard Webhooks makes it', () => assert.ok(isSigned(sign(), secret, now)));

  it('is taken beside others, as while a secret is changed', () =>
    assert.ok(isSigned({ ...sign(), signature: `v1,AAAA v2,x ${sign().signature}` }, secret, now)));

  const minutes = 60_000;
  for (const [title, at, good] of [
    ['five minutes old', now - 5 * minutes, true],
    ['five minutes and a second old', now - 5 * minutes - 1_000, false],
    ['five minutes ahead', now + 5 * minutes, true],
    ['five minutes and a second ahead', now + 5 * minutes + 1_000, false],
  ] as const)
    it(`is ${good ? 'taken' : 'refused'} when it is ${title}`, () =>
      assert.equal(isSigned(sign(at), secret, now), good));

  const other = `whsec_${Buffer.alloc(32, 'other').toString('base64')}`;
  for (const [title, signed] of [
    ['another body', sign(now, '{"text":"Ho"}')],
    ['another secret', sign(now, body, other)],
    ['another id', { ...sign(), id: 'msg_2' }],
    ['another time', { ...sign(), timestamp: String(now / 1_000 + 1) }],
    ['no id', { ...sign(), id: undefined }],
    ['no time', { ...sign(), timestamp: undefined }],
    ['a time that is none', { ...sign(), timestamp: '1e9' }],
    ['no signature', { ...sign(), signature: undefined }],
    ['an empty signature', { ...sign(), signature: '' }],
    ['its right signature after ten others', { ...sign(), signature: `${'v1,x '.repeat(10)}${sign().signature}` }],
  ] as const)
    it(`is refused with ${title}`, () => assert.equal(isSigned(signed, secret, now), false));
});
