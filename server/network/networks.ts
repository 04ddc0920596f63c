import { BlockList, isIP } from 'node:net';

/** Where clouds give credentials to whoever asks, and addresses of their hosts: never, whatever is allowed. */
const METADATA = [
  '169.254.169.254',
  '169.254.169.253',
  '169.254.170.2',
  '169.254.170.23',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
] as const;
const METADATA_NAMES = /^metadata(\.(google\.internal|goog|azure\.internal|packet\.net))?$/;

/** What is not a public address of IPv4. @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
] as const;
/** Within 2000::/3, outside of which nothing is public: tunnels that hold an IPv4 address, documentation, and the like. */
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const;
const LOOPBACK = ['127.0.0.0/8', '::1/128'] as const;

export interface AllowedNetworks {
  /** `10.1.0.0/16`, `fd12::/16`, an address alone. */
  readonly networks: readonly string[];
  /** Receivers on this machine. */
  readonly loopback: boolean;
}

/** Whether something may be sent to an address. */
export type MayReach = (address: string) => boolean;

/** Public addresses, and those that are allowed besides. An address that is none may not be reached. */
export function networkRule({ networks, loopback }: AllowedNetworks): MayReach {
  const metadata = listOf(METADATA);
  const allowed = listOf([...networks, ...(loopback ? LOOPBACK : [])]);
  const notPublic4 = listOf(NOT_PUBLIC_4);
  const notPublic6 = listOf(NOT_PUBLIC_6);
  const global6 = listOf(['2000::/3']);
  return (given) => {
    const address = unmapped(given);
    const kind = isIP(address);
    // A zone is one of this machine's: no public address has one.
    if (kind === 0 || address.includes('%')) return false;
    const family = kind === 6 ? 'ipv6' : 'ipv4';
    if (metadata.check(address, family)) return false;
    if (allowed.check(address, family)) return true;
    return family === 'ipv4'
      ? !notPublic4.check(address, family)
      : global6.check(address, family) && !notPublic6.check(address, family);
  };
}

/** A name that leads to a cloud's metadata, whatever address it has. */
export function isMetadataName(hostname: string): boolean {
  return METADATA_NAMES.test(hostname.toLowerCase().replace(/\.+$/, ''));
}

/** `::ffff:127.0.0.1` is 127.0.0.1, however it is written. */
function unmapped(address: string): string {
  if (isIP(address) !== 6) return address;
  const mapped = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(
    // The parser of addresses writes each in its one short form.
    URL.canParse(`http://[${address}]`) ? new URL(`http://[${address}]`).hostname : '',
  );
  if (!mapped) return address;
  const [high, low] = [mapped[1], mapped[2]].map((group) => Number.parseInt(group ?? '', 16)) as [
    number,
    number,
  ];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  }
  return list;
}
