import type { PersonKeys } from '@shortfactory/access';
import { HttpProblem } from '@shortfactory/http-server';
import type { HttpContext } from '../routing/context.ts';
import type { Caller } from './authenticate.ts';
import { wantScope } from './key-scopes.ts';

/** The same words for unknown, cut, revoked and ended, so that nobody learns which keys there were. */
const NOT_A_KEY = 'This key is not known: it was revoked, has ended, or was not copied whole.';

/** The person whose key is shown, where it may ask for this route. Throws HttpProblem 401 or 403, and StorageFailed. */
export function createIdentifyKey(
  keys: Pick<PersonKeys, 'find'>,
): (ctx: HttpContext, text: string, routeId: string) => Promise<Caller> {
  return async (ctx, text, routeId) => {
    const key = await keys.find(text);
    if (!key)
      throw new HttpProblem('unauthorized', NOT_A_KEY, {
        headers: { 'WWW-Authenticate': 'Bearer realm="shortfactory", error="invalid_token"' },
      });
    ctx.state.personKey = key.prefix;
    wantScope(key, routeId);
    // It is a key, so none of the operator's is wanted besides.
    return { owner: key.owner, keysWanted: false };
  };
}
