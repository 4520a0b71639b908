import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressGroup, clientAddress } from './client-address.js';

describe('the address of a client', () => {
  const behind = clientAddress(['10.0.0.0/8', '192.0.2.1', '2001:db8::/32']);
  for (const [title, peer, forwarded, address] of [
    ['is its own without a proxy', '203.0.113.9', undefined, '203.0.113.9'],
    ['is its own whatever it claims', '203.0.113.9', '1.2.3.4', '203.0.113.9'],
    ['is what a proxy of ours says', '10.1.2.3', '198.51.100.7', '198.51.100.7'],
    ['is what the outermost of our proxies saw', '10.1.2.3', '1.2.3.4, 198.51.100.7, 192.0.2.1', '198.51.100.7'],
    ['is the proxy when there is nothing to believe', '10.1.2.3', 'unknown', '10.1.2.3'],
    ['is the last that makes sense', '10.1.2.3', 'x, 10.9.9.9', '10.9.9.9'],
    ['is the same behind a dual-stack socket', '::ffff:10.1.2.3', '198.51.100.7', '198.51.100.7'],
    ['may be of the sixth version', '2001:db8::1', '2606:4700::1', '2606:4700::1'],
    ['is a word in a test', 'local', '1.2.3.4', 'local'],
  ] as const)
    it(title, () => assert.equal(behind(peer, forwarded), address));

  it('is never what a header says while no proxy is named', () =>
    assert.equal(clientAddress([])('127.0.0.1', '1.2.3.4'), '127.0.0.1'));

  for (const bad of ['x', '10.0.0.0/99', '10.0.0.0/x', ''])
    it(`needs proxies that are addresses, not ${bad || 'nothing'}`, () => assert.throws(() => clientAddress([bad])));
});

describe('who counts as one', () => {
  for (const [address, group] of [
    ['203.0.113.9', '203.0.113.9'],
    ['local', 'local'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%lo', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ] as const)
    it(`is ${group} for ${address}`, () => assert.equal(addressGroup(address), group));
});
