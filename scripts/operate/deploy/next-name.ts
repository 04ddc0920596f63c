import { MOST_TRIES, readRevisionName, revisionName } from '@shortfactory/manifests';
import type { RevisionState } from '../services/service-state.ts';

export interface NextName {
  readonly name: string;
  /** Undefined for the first try. */
  readonly attempt?: number;
}

/**
 * The name that a deploy gives its revision. The platform never starts a revision again under its name, so a commit with
 * the same template gets the next free try; unless one of its tries serves everything, which is that try itself.
 * @param wanted the name of the first try
 */
export function nextName(
  wanted: string,
  service: string,
  revisions: readonly RevisionState[],
  live: string | undefined,
): NextName {
  const parts = readRevisionName(wanted, service) ?? { service };
  const named = (attempt?: number): NextName =>
    attempt === undefined ? { name: wanted } : { name: revisionName({ ...parts, attempt }), attempt };
  const serving = live === undefined ? undefined : readRevisionName(live, service);
  if (serving && serving.commit === parts.commit && serving.hash === parts.hash)
    return named(serving.attempt);
  const taken = new Set(revisions.map(({ metadata }) => metadata.name));
  if (!taken.has(wanted)) return named();
  for (let attempt = 2; attempt <= MOST_TRIES; attempt += 1) {
    const next = named(attempt);
    if (!taken.has(next.name)) return next;
  }
  throw new Error(`${wanted} has been tried ${MOST_TRIES} times; delete old revisions of ${service}.`);
}
