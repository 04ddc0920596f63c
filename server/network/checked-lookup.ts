import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import type { Lookup } from './lookup.ts';
import type { MayReach } from './networks.ts';

/** A name leads to an address that may not be reached. */
export class NotPublic extends Error {}

/** For node:http: looks a name up for one connection, and fails with NotPublic where it leads to what may not be reached. */
export function checkedLookup(lookup: Lookup, mayReach: MayReach): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname).then(
      (addresses) => {
        if (addresses.length === 0) return done(codeError('ENOTFOUND'), '', 0);
        // One that is not public among others is a trick, or a mistake that would be found later.
        if (!addresses.every(mayReach)) return done(new NotPublic(), '', 0);
        const all = addresses.map((address) => ({ address, family: isIP(address) }));
        const [first] = all;
        if (options.all === true) done(null, all);
        else done(null, first?.address ?? '', first?.family ?? 0);
      },
      (error: unknown) => done(error instanceof Error ? error : codeError('EAI_FAIL'), '', 0),
    );
  };
}

/** The host without brackets: an address of IPv4 in whatever notation has become its usual one. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function codeError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
