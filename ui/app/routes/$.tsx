import { data } from '@remix-run/node';
import { useEffect } from 'react';
import type { Failure } from '../failures.server.ts';

/** Every address that no page has. */
export function loader() {
  const failure: Failure = { kind: 'not-found' };
  throw data(failure, { status: 404 });
}

/**
 * The loader always throws, so nobody sees this; unless a browser that has not yet heard of a page took its address for
 * one of these. The server knows better.
 */
export default function NoPage() {
  useEffect(() => location.reload(), []);
  return null;
}
