import { Resolver, lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';

/** Every address of a name. Rejects with the code of node:dns. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

/** As every program of this machine finds names: by its hosts file as well. */
export const lookupHere: Lookup = async (hostname) =>
  (await systemLookup(hostname, { all: true })).map(({ address }) => address);

/**
 * By DNS alone. The system's own look-up occupies one of the few threads that also read and write files, and a stranger's
 * name server could keep all of them waiting.
 */
export function lookupByDns(): Lookup {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  return async (hostname) => {
    const found = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const addresses = found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    const [first] = found;
    if (addresses.length === 0 && first.status === 'rejected') throw first.reason;
    return addresses.filter((address) => isIP(address) !== 0);
  };
}
