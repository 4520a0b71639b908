import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isForbiddenAddress } from './forbidden-address.js';

const forbidden = [
  ...['0.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
  ...['172.16.0.1', '172.31.255.255', '192.0.0.8', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:a00:1', '::ffff:8.8.8.8', '64:ff9b::7f00:1'],
  ...['2002:7f00:1::', '2001:0:53aa:64c::1', 'fc00::1', 'fd12::1', 'fe80::1', 'fec0::1', 'ff02::1', 'fd00:ec2::254'],
  ...['fe80::1%lo', 'localhost', '127.1', ''],
];
const open = [
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '223.255.255.255',
];

describe('addresses for webhooks', () => {
  for (const address of forbidden)
    it(`do not include ${address || 'nothing'}`, () => assert.ok(isForbiddenAddress(address, 'public')));

  for (const address of [...open, '2606:4700:4700::1111', '2a00:1450:4001::1'])
    it(`include ${address}`, () => assert.ok(!isForbiddenAddress(address, 'public')));

  it('include this machine in development, and nothing else that is not public', () => {
    assert.deepEqual(
      ['127.0.0.1', '::1', '10.0.0.1', '169.254.169.254', '::127.0.0.1'].map((one) =>
        isForbiddenAddress(one, 'loopback'),
      ),
      [false, false, true, true, true],
    );
  });

  it('include the company’s own network where that is allowed', () => {
    assert.deepEqual([isForbiddenAddress('10.0.0.1', 'private'), isForbiddenAddress('x', 'private')], [false, true]);
  });
});
