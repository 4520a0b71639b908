import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError } from './config-error.js';
import { readMailConfig } from './read-mail-config.js';

const secret = `whsec_${Buffer.alloc(32, 'x').toString('base64')}`;
const set = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'calls@northwind.example' };

describe('the settings of e-mail', () => {
  it('are none without a mail server', () => {
    assert.equal(readMailConfig({}), null);
    assert.equal(readMailConfig({ MAIL_FROM: 'calls@northwind.example', SMTP_URL: '' }), null);
  });

  it('take a mail server, and who mail comes from', () => {
    assert.deepEqual(readMailConfig(set), {
      smtp: { host: 'mail.example', port: 587, secure: false, requireTls: true, auth: null },
      from: { name: '', address: 'calls@northwind.example' },
      replyTo: 'calls@northwind.example',
      inboundSecret: null,
    });
  });

  for (const [url, smtp] of [
    ['smtps://mail.example', { host: 'mail.example', port: 465, secure: true, requireTls: false, auth: null }],
    ['smtp://mail.example:25/', { host: 'mail.example', port: 25, secure: false, requireTls: true, auth: null }],
    ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, secure: false, requireTls: false, auth: null }],
    ['smtp://[::1]:1025', { host: '::1', port: 1025, secure: false, requireTls: false, auth: null }],
    [
      'smtps://us%40er:p%3Aass%25@mail.example',
      { host: 'mail.example', port: 465, secure: true, requireTls: false, auth: { user: 'us@er', pass: 'p:ass%' } },
    ],
  ] as const)
    it(`read ${url}`, () => assert.deepEqual(readMailConfig({ ...set, SMTP_URL: url })?.smtp, smtp));

  it('send without TLS only where that was said', () =>
    assert.equal(readMailConfig({ ...set, SMTP_ALLOW_PLAIN: '1' })?.smtp.requireTls, false));

  for (const [given, from] of [
    ['Northwind <Calls@Northwind.example>', { name: 'Northwind', address: 'calls@northwind.example' }],
    ['"Northwind, Ltd." <calls@northwind.example>', { name: 'Northwind, Ltd.', address: 'calls@northwind.example' }],
    ['  <calls@northwind.example> ', { name: '', address: 'calls@northwind.example' }],
  ] as const)
    it(`read ${given}`, () => assert.deepEqual(readMailConfig({ ...set, MAIL_FROM: given })?.from, from));

  it('take an address and a secret for answers', () => {
    const config = readMailConfig({ ...set, MAIL_REPLY_TO: 'answers@northwind.example', MAIL_INBOUND_SECRET: secret });
    assert.deepEqual([config?.replyTo, config?.inboundSecret], ['answers@northwind.example', secret]);
    const longest = `${'a'.repeat(31)}@northwind.example`;
    assert.equal(readMailConfig({ ...set, MAIL_REPLY_TO: longest, MAIL_INBOUND_SECRET: secret })?.replyTo, longest);
  });

  for (const [title, env, says] of [
    ['another protocol', { SMTP_URL: 'https://mail.example' }, /^SMTP_URL/],
    ['no host', { SMTP_URL: 'smtp://' }, /^SMTP_URL/],
    ['options in the address', { SMTP_URL: 'smtp://u:SECRET@mail.example/?ignoreTLS=true' }, /^SMTP_URL/],
    ['a bad percent sign', { SMTP_URL: 'smtp://u:SECRET%zz@mail.example' }, /^SMTP_URL/],
    ['nobody it comes from', { MAIL_FROM: '' }, /MAIL_FROM/],
    ['no address', { MAIL_FROM: 'Northwind' }, /^MAIL_FROM/],
    ['two lines', { MAIL_FROM: 'North\nBcc: x <calls@northwind.example>' }, /^MAIL_FROM/],
    ['two addresses', { MAIL_FROM: 'a@x.example, b@x.example' }, /^MAIL_FROM/],
    ['a bad answer address', { MAIL_REPLY_TO: 'answers' }, /^MAIL_REPLY_TO/],
    ['a short secret', { MAIL_INBOUND_SECRET: 'whsec_SECRET' }, /^MAIL_INBOUND_SECRET/],
    [
      'an answer address with no room for the token',
      { MAIL_REPLY_TO: `${'a'.repeat(32)}@northwind.example`, MAIL_INBOUND_SECRET: secret },
      /MAIL_REPLY_TO/,
    ],
  ] as const)
    it(`refuse ${title}, and do not repeat a secret`, () =>
      assert.throws(
        () => readMailConfig({ ...set, ...env }),
        (error) =>
          error instanceof ConfigError &&
          says.test(error.message) &&
          !error.message.includes('SECRET%zz') &&
          !error.message.includes('whsec_SECRET') &&
          !error.message.includes('u:SECRET'),
      ));
});
