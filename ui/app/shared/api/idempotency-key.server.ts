import { createHash } from 'node:crypto';

/** One form sent twice makes one video; a form that was changed in between makes another. */
export function keyFor(formKey: string, request: unknown): string {
  return createHash('sha256')
    .update(`${formKey}\n${JSON.stringify(request)}`)
    .digest('hex');
}
