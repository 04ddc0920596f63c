import type { Config } from '@shortfactory/config';
import { HttpProblem } from '@shortfactory/http-server';
import type { HttpContext } from '../routing/context.ts';
import { isAtMachine } from './at-machine.ts';
import { LOCAL_OWNER } from './authenticate.ts';
import type { Caller } from './authenticate.ts';

/** Sent by the web interface's server, beside VISITOR_KEY: as what the person has signed in. */
const ROLE_HEADER = 'X-Visitor-Role';
/** Of a web interface, which asks for others. */
const FOR_OTHERS = ['X-Visitor-Key', 'X-Visitor-Address', 'X-Visitor-Subject', ROLE_HEADER];
const NOT_AN_OPERATOR =
  'This is for whoever runs ShortFactory here: an admin who has signed in, a key that OPERATORS names, or a person at the machine itself.';

/**
 * Who operates: a person whom the web interface names as an admin and proves it with VISITOR_KEY; a program that shows a
 * key of OPERATORS for itself, and not for a visitor; where nobody signs in, a person at the machine itself. Throws
 * HttpProblem 403 for everybody else, also for the keys of an admin.
 */
export function operatorOf(
  config: Pick<Config, 'APP_ENV' | 'AUTH' | 'OPERATORS'>,
  ctx: HttpContext,
  { owner, key, isPerson }: Caller,
): 'admin' | 'key' | 'machine' {
  if (owner !== undefined) {
    if (isPerson === true && ctx.state.vouched && ctx.get(ROLE_HEADER) === 'admin') return 'admin';
    const isForItself =
      key !== undefined && owner === `key:${key}` && FOR_OTHERS.every((name) => ctx.get(name) === '');
    if (isForItself && config.OPERATORS.includes(key)) return 'key';
    if (owner === LOCAL_OWNER && config.AUTH === 'visitors' && isAtMachine(config, ctx)) return 'machine';
  }
  throw new HttpProblem('forbidden', NOT_AN_OPERATOR);
}
