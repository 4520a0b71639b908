import { BlockList, isIP, isIPv4 } from 'node:net';

/** Says from what address a request came, given the peer of its connection and its `X-Forwarded-For`. */
export type ClientAddress = (peer: string, forwardedFor: string | undefined) => string;

/** An IPv4 address inside an IPv6 one, as sockets show it, by itself. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

/**
 * Believes `X-Forwarded-For` only from proxies that are named, and of it only what they wrote: read from the right, the
 * first address that is not one of them. Anybody may send the header; what stands further left is a claim.
 * @throws {Error} for something that is neither an address nor a network, such as `10.0.0.0/8`
 */
export function clientAddress(trustedProxies: readonly string[]): ClientAddress {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const proxy of trustedProxies) {
    const [address = '', bits] = proxy.split('/');
    if (isIP(address) === 0) throw new Error(`${proxy} is not an address or a network.`);
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) lists[family].addAddress(address, family);
    else lists[family].addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string) => {
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    return isIP(address) !== 0 && lists[family].check(address, family);
  };
  return (peer, forwardedFor) => {
    let client = plain(peer);
    if (forwardedFor === undefined) return client;
    for (const hop of forwardedFor.split(',').map(plain).reverse()) {
      if (!isTrusted(client) || isIP(hop) === 0) break;
      client = hop;
    }
    return client;
  };
}

/**
 * Who counts as one: an IPv4 address, or the /64 of an IPv6 one, which is what one household or server gets; anybody in
 * it could take another address for each attempt.
 */
export function addressGroup(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = tail === undefined ? left : [...left, ...zeros, ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
