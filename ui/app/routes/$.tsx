import { data } from '@remix-run/node';
import type { Failure } from '../shared/api/failures.server.ts';

/** Every address that no page has. */
export function loader() {
  const failure: Failure = { kind: 'not-found' };
  throw data(failure, { status: 404 });
}

/** The loader always throws, so that this is never shown. */
export default function NoPage() {
  return null;
}
