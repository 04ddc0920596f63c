import { ttlMs } from '@shortfactory/manifests';
import type { Environment } from '@shortfactory/manifests';
import { madeBy, missingLabels } from './ownership.ts';
import type { Labels } from './ownership.ts';
import type { ServiceState } from './service-state.ts';

/** Annotation of a preview's Services: when it ends (UTC). Written by each deploy. */
export const ENDS = 'shortfactory/ends';
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** When a preview that is deployed now ends; undefined for an environment that has no end. */
export function endOf(environment: Environment, now: Date): string | undefined {
  if (environment.platform !== 'cloud-run' || environment.preview === undefined) return undefined;
  const end = new Date(now.getTime() + ttlMs(environment.preview.ttl));
  return end.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Whether a Service may be removed now, and why not. */
export type Fate =
  { readonly remove: true; readonly ended: string } | { readonly remove: false; readonly why: string };

/**
 * Judged by the Service alone, as it stands: with this environment's labels and a preview's, made by a deploy of ours and
 * not taken over, with an end that has passed. Everything else stays.
 *
 * @param ours labels that this environment's deploys write on this Service
 */
export function fateOf(state: ServiceState, ours: Labels, now: Date): Fate {
  const stays = (why: string): Fate => ({ remove: false, why });
  const missing = missingLabels(state, ours);
  if (missing.length > 0)
    return stays(`it was not made by this environment's deploys (label ${missing.join('; ')})`);
  if (missingLabels(state, { preview: 'true' }).length > 0)
    return stays('it was last deployed without an end (no label preview=true)');
  if (madeBy(state) === undefined)
    return stays('no deploy of ours made it: it was taken over, or is older than this rule');
  const end = state.metadata.annotations?.[ENDS];
  if (end === undefined || !INSTANT.test(end) || Number.isNaN(Date.parse(end)))
    return stays(`it has no end that can be read (annotation ${ENDS}: ${end ?? 'none'})`);
  return Date.parse(end) <= now.getTime() ? { remove: true, ended: end } : stays(`it lasts until ${end}`);
}
