import type { IncomingMessage } from 'node:http';
import type { Context } from 'koa';

const people = new WeakMap<IncomingMessage, string>();
const admins = new WeakSet<IncomingMessage>();

/** What the API knows the person by whom a request is from; undefined where it is a visitor's. */
export function personOf(request: IncomingMessage): string | undefined {
  return people.get(request);
}

/** Whether that person runs this deployment. */
export function isAdmin(request: IncomingMessage): boolean {
  return admins.has(request);
}

export function rememberPerson(request: IncomingMessage, subject: string, role: 'member' | 'admin'): void {
  people.set(request, subject);
  if (role === 'admin') admins.add(request);
}

/** Lets nobody in, as a page or as a problem, by who asks. */
export function refuse(ctx: Context, status: number, detail: string): void {
  ctx.status = status;
  ctx.set('Cache-Control', 'no-store');
  if (!ctx.path.startsWith('/api/')) {
    ctx.type = 'text/plain';
    ctx.body = detail;
    return;
  }
  ctx.type = 'application/problem+json';
  ctx.body = JSON.stringify({ type: 'about:blank', title: detail, status, detail, instance: ctx.path });
}
