import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainError } from '../domain-error.js';
import { webhookUrl } from './webhook-url.js';

const refused = (error: unknown) => error instanceof DomainError && error.fields?.[0] === 'url';

describe('a webhook’s address', () => {
  for (const url of [
    'http://hooks.example/',
    'gopher://x/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:password@hooks.example/',
    'https://hooks.example:8443/',
    'https://hooks.example/#x',
    'https://localhost/',
    'https://a.localhost/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::127.0.0.1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://１２７.０.０.１/',
    ' https://hooks.example/',
    'hooks.example',
    '//hooks.example',
    '',
  ])
    it(`is not ${url || 'empty'}`, () => assert.throws(() => webhookUrl(url, 'public'), refused));

  for (const url of ['https://hooks.example/a?b=c', 'https://1.1.1.1/', 'https://[2606:4700:4700::1111]/'])
    it(`may be ${url}`, () => assert.equal(webhookUrl(url, 'public').href, url));

  it('may be on this machine in development, and by http there only', () => {
    for (const url of ['http://127.0.0.1:3000/', 'http://localhost:3000/', 'http://[::1]/', 'https://hooks.example/'])
      assert.equal(webhookUrl(url, 'loopback').href, url);
    for (const url of ['http://hooks.example/', 'http://10.0.0.1/', 'https://10.0.0.1/'])
      assert.throws(() => webhookUrl(url, 'loopback'), refused);
  });

  it('may be in the company’s own network where that is allowed', () => {
    for (const url of ['http://10.0.0.1:8080/', 'http://crm.internal/'])
      assert.equal(webhookUrl(url, 'private').href, url);
  });
});
