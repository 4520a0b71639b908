import { BlockList, isIP } from 'node:net';

/** Addresses that are not somebody's on the internet (IANA special-purpose registries), where no webhook goes. */
const special = { 4: new BlockList(), 6: new BlockList() };
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special[4].addSubnet(net, prefix, 'ipv4');
// Whatever carries an IPv4 address inside is refused as a whole: `::` also, which libraries forget (security.md).
for (const [net, prefix] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const)
  special[6].addSubnet(net, prefix, 'ipv6');

const loopback = { 4: new BlockList(), 6: new BlockList() };
loopback[4].addSubnet('127.0.0.0', 8, 'ipv4');
loopback[6].addAddress('::1', 'ipv6');

/** How far webhooks may go: to the internet; to this machine also, in development; to the company's own network also. */
export type WebhookReach = 'public' | 'loopback' | 'private';

// A list for each family: in one, every IPv4 address would be in the range of mapped ones.
const within = (lists: { readonly 4: BlockList; readonly 6: BlockList }, address: string) =>
  isIP(address) === 6 ? lists[6].check(address, 'ipv6') : lists[4].check(address, 'ipv4');

/** Whether an address is this machine's own. */
export const isLoopback = (address: string): boolean => within(loopback, address);

/** True when a webhook must not be sent to an address. */
export function isForbiddenAddress(address: string, reach: WebhookReach): boolean {
  if (isIP(address) === 0 || address.includes('%')) return true;
  if (reach === 'private') return false;
  if (reach === 'loopback' && isLoopback(address)) return false;
  return within(special, address);
}
