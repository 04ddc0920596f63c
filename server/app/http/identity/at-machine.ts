import { isIP } from 'node:net';
import type { Config } from '@shortfactory/config';
import { HttpProblem } from '@shortfactory/http-server';
import type { HttpContext } from '../routing/context.ts';

const ONLY_HERE =
  'Keys and voices are added at the machine itself, with APP_ENV=local and under localhost; elsewhere by whoever runs it.';

/**
 * Whether a request comes from a person at this machine: over loopback on the whole way, to a name of loopback (also
 * behind the web interface, which says what its browser asked), and not from a page of another site.
 */
export function isAtMachine({ APP_ENV }: Pick<Config, 'APP_ENV'>, ctx: HttpContext): boolean {
  const { headers, headersDistinct, socket } = ctx.req;
  const listed = (name: string): string[] =>
    (headersDistinct[name] ?? []).flatMap((each) => each.split(',')).map((each) => each.trim());
  const way = [socket.remoteAddress ?? '', ...listed('x-forwarded-for')];
  const hosts = [headers.host ?? '', ...listed('x-forwarded-host')];
  return (
    APP_ENV === 'local' &&
    way.every(isLoopbackAddress) &&
    hosts.every((host) => isLoopbackName(host)) &&
    isOwnPage(ctx, hosts)
  );
}

/** Throws HttpProblem 403 for everybody else. */
export function wantAtMachine(config: Pick<Config, 'APP_ENV'>, ctx: HttpContext): void {
  if (!isAtMachine(config, ctx)) throw new HttpProblem('forbidden', ONLY_HERE);
}

function isLoopbackAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

function isLoopbackName(host: string): boolean {
  const name = host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return isLoopbackAddress(name) || name === 'localhost' || name.endsWith('.localhost');
}

/** Browsers say where a request comes from; what says nothing is no browser. */
function isOwnPage(ctx: HttpContext, hosts: readonly string[]): boolean {
  const [site, origin] = [ctx.get('sec-fetch-site'), ctx.get('origin')];
  if (site !== '' && site !== 'same-origin' && site !== 'none') return false;
  return origin === '' || (URL.canParse(origin) && hosts.includes(new URL(origin).host));
}
