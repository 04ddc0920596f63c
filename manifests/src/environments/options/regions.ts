import { z } from 'zod';
import { region } from '../fields.ts';
import type { CloudEnvironment } from '../schema.ts';

/**
 * A second region with Services of its own. Cloud Run's multi-region services are not used: their template is the same in
 * each region, while ours names the region's queue and worker, and gcloud divides their requests by an alpha command only.
 * @see https://cloud.google.com/run/docs/multiple-regions
 */
export const regions = z
  .array(region, { error: 'regions such as [us-central1, us-east1] were expected' })
  .length(2, { error: 'two regions were expected, the first of them as region' })
  .describe(
    'Where the Services are, each with a queue and a worker of its own; bucket and load balancer are shared. `region` says which of them a command is about.',
  );

/** Every region of an environment; the first has the image registry. */
export function regionsOf({
  region,
  regions,
}: Pick<CloudEnvironment, 'region' | 'regions'>): readonly string[] {
  return regions ?? [region];
}

const PLACES: Readonly<Record<string, string>> = { us: 'US', europe: 'EU', asia: 'ASIA' };

/** The place of a bucket that lies in both regions, such as US; undefined where no bucket can. */
export function bucketPlace(regions: readonly string[]): string | undefined {
  const places = new Set(regions.map((each) => PLACES[each.split('-')[0] ?? '']));
  const [place] = places;
  return places.size === 1 ? place : undefined;
}

/** One `path: sentence` each. */
export function regionProblems(environment: CloudEnvironment): string[] {
  const { region: here, regions: all, edge, services, network, encryption, preview } = environment;
  if (all === undefined) return [];
  const problems: string[] = [];
  const [first, second] = all;
  if (first === second) problems.push(`regions: ${first} is there twice; two different ones were expected`);
  if (!all.includes(here))
    problems.push(`region: ${here} is not in regions; ${all.join(' or ')} was expected`);
  if (bucketPlace(all) === undefined) {
    problems.push(
      `regions: no bucket lies in both ${first} and ${second}; two of us-…, of europe-… or of asia-… were expected`,
    );
  }
  if (edge !== 'load-balancer') {
    problems.push(
      'edge: load-balancer was expected with regions; at run.app each region has an address of its own',
    );
  }
  for (const key of ['server', 'ui'] as const) {
    if (services[key].scaling.min === 0) {
      problems.push(
        `services.${key}.scaling.min: 0 leaves a region without health, by which the balancer chooses; at least 1 was expected with regions`,
      );
    }
  }
  if (network?.range !== undefined) {
    problems.push(
      'network.range: is a subnet in one region; with regions none was expected, a subnet of this name is in both',
    );
  }
  if (encryption !== undefined) {
    problems.push('encryption: a key of one region serves no other; none was expected with regions');
  }
  if (preview !== undefined) problems.push('regions: a preview has one region; none were expected');
  return problems;
}
