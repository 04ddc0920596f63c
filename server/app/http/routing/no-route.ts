import { HttpProblem } from '@shortfactory/http-server';
import type { HttpContext } from './context.ts';
import type { Gate } from './gate.ts';

/** For requests without a route: OPTIONS is answered, another method is 405 with the allowed ones, the rest is 404. */
export async function answerNoRoute(
  ctx: HttpContext,
  gate: Gate,
  methodsOf: (path: string) => readonly string[],
): Promise<void> {
  // Nothing is done or shown, so every key may ask.
  await gate.admit(ctx, { id: 'getService', access: 'anyone', bucket: 'read' });
  const methods = methodsOf(ctx.path);
  if (methods.length === 0) throw new HttpProblem('not-found', 'There is nothing at this address.');
  const allow = [...new Set([...methods, 'OPTIONS'])].sort().join(', ');
  if (ctx.method !== 'OPTIONS') {
    throw new HttpProblem('method-not-allowed', `This address takes ${allow}.`, {
      headers: { Allow: allow },
    });
  }
  ctx.status = 204;
  ctx.set('Allow', allow);
}
