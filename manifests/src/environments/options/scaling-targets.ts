import { z } from 'zod';
import { TARGETS } from '../../policies/cloud/scaling-targets.ts';

const target = (measure: keyof typeof TARGETS) => {
  const { least, most } = TARGETS[measure];
  const error = `a share from ${least} to ${most} with up to two digits, or disabled, was expected`;
  const share = z
    .number({ error })
    .min(least, { error })
    .max(most, { error })
    .refine((value) => Math.round(value * 100) / 100 === value, { error });
  return z.union([share, z.literal('disabled')], { error });
};

export const scalingTargets = z
  .strictObject({
    cpu: target('cpu').optional().describe('How busy the CPUs of all instances shall be; 0.6 unless said.'),
    concurrency: target('concurrency')
      .optional()
      .describe('The share of `concurrency` that instances shall have on average; 0.6 unless said.'),
  })
  .describe(
    'On Cloud Run: when there are more instances. Either may be disabled, not both; saying 0.6 alone makes it react at few instances too.',
  );

type Targets = z.output<typeof scalingTargets>;

/** Something to scale by is left; on a cluster the autoscaler's own annotations say it. */
export function scalingTargetProblems(
  path: string,
  targets: Targets | undefined,
  platform: 'cloud-run' | 'knative',
): string[] {
  if (targets === undefined) return [];
  if (platform === 'knative')
    return [`${path}: a cluster scales by Knative's own rules; on Cloud Run only it was expected`];
  return targets.cpu === 'disabled' && targets.concurrency === 'disabled'
    ? [`${path}.cpu: disabled leaves nothing to scale by; a share was expected here or in concurrency`]
    : [];
}
