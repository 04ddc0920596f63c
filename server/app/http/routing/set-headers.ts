import type { HttpContext } from './context.ts';

/** Lists to which several parts of a request's handling add. */
const LISTS = ['RateLimit', 'RateLimit-Policy'];

/** Sets header fields of the answer; what they say of limits stands beside what was said of others. */
export function setHeaders(ctx: HttpContext, headers: Readonly<Record<string, string>> = {}): void {
  for (const [name, value] of Object.entries(headers)) {
    const said = LISTS.includes(name) ? ctx.response.get(name) : '';
    ctx.set(name, said === '' ? value : `${said}, ${value}`);
  }
}
