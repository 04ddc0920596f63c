import { z } from 'zod';
import { whole } from '../fields.ts';

/**
 * How instances are asked whether they are well. Cloud Run has no setting of its own for the health of a service: it is
 * the share of a region's instances that pass their readiness probe (60 % make it healthy), of a Service with at least one
 * minimum instance behind a serverless endpoint group of each region.
 * @see https://docs.cloud.google.com/run/docs/configuring/configure-service-health
 */
export const regionHealth = z
  .strictObject({
    everySeconds: whole(1, 300),
    timeoutSeconds: whole(1, 300),
    failures: whole(1, 30).describe(
      'Answers in a row that are missing or wrong before an instance is not well.',
    ),
  })
  .describe(
    'With regions: how soon an instance of server or web interface counts as not well. Fewer than 60 % that are well, and the balancer leaves the region.',
  );

interface Served {
  readonly regions?: readonly string[] | undefined;
  readonly regionHealth?: z.output<typeof regionHealth> | undefined;
}

/** One `path: sentence` each. */
export function regionHealthProblems({ regions, regionHealth: given }: Served): string[] {
  if (given === undefined) return [];
  const problems: string[] = [];
  if (regions === undefined)
    problems.push(
      'regionHealth: is what a balancer chooses between regions by; regions was expected with it',
    );
  if (given.timeoutSeconds > given.everySeconds) {
    problems.push(
      `regionHealth.timeoutSeconds: ${given.timeoutSeconds} is more than everySeconds, which is ${given.everySeconds}`,
    );
  }
  return problems;
}
