import { isIP } from 'node:net';

/**
 * Whether a Host header names a server with APP_ENV=local in a trusted way: by an address, as localhost, or by a name
 * of ALLOWED_HOSTS. A page of another site can make its own name resolve to this machine (DNS rebinding) and is then of
 * one origin with it, but its requests still carry that name.
 * @param allowed in small letters, without ports.
 */
export function isOwnHost(host: string | undefined, allowed: readonly string[]): boolean {
  const name = (host ?? '')
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || allowed.includes(name);
}

/** The answer to a request with another name. */
export const NOT_OUR_NAME =
  'This server does not answer to the name in the Host header; use its address or localhost, or add the name to its ALLOWED_HOSTS.';
