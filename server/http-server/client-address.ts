import { isIP, isIPv4 } from 'node:net';

/**
 * The address that limits count a client by: an IPv4 address, or the /64 of an IPv6 one (a subscriber has at least a
 * /64). `claimed` is what a trusted proxy wrote; where it is not an address, the socket's address is used.
 */
export function clientOf(claimed: string, socketAddress: string | undefined): string {
  const address = [claimed, socketAddress ?? ''].map(withoutZone).find((text) => isIP(text) !== 0);
  if (address === undefined) return 'unknown';
  if (isIPv4(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return `${hextets(address).slice(0, 4).join(':')}::/64`;
}

function withoutZone(address: string): string {
  return address.split('%')[0] ?? address;
}

/** The eight groups of a valid IPv6 address, each without leading zeros. */
function hextets(address: string): string[] {
  // The URL parser writes every spelling the same way, an embedded IPv4 address included.
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const [before, after] = [groups(head), groups(tail)];
  if (tail === undefined) return before;
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}
