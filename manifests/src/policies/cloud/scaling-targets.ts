import { shown, violation } from '../values/violation.ts';
import type { Policy } from '../values/violation.ts';

const PREFIX = 'run.googleapis.com/scaling-';

/** The least and the most of each target, as shares. Since September 2026 the CPU's most is 0.9; it was 0.95. */
export const TARGETS = { cpu: { least: 0.1, most: 0.9 }, concurrency: { least: 0.1, most: 0.95 } } as const;

/**
 * Targets in their range, with two digits, and at least one of them in force.
 * @see https://cloud.google.com/run/docs/configuring/scaling-controls
 */
export const scalingTargets: Policy = (service, platform) => {
  if (platform !== 'cloud-run') return [];
  const annotations = service.spec?.template?.metadata?.annotations ?? {};
  const given = (['cpu', 'concurrency'] as const).map((measure) => {
    const key = `${PREFIX}${measure}-target`;
    return { measure, value: annotations[key], path: `spec.template.metadata.annotations["${key}"]` };
  });
  const found = given
    .filter(({ measure, value }) => value !== undefined && value !== 'disabled' && !isTarget(measure, value))
    .map(({ measure, value, path }) => {
      const { least, most } = TARGETS[measure];
      return violation(
        path,
        `${shown(value)} was given; a share from ${least} to ${most} with up to two digits, or disabled, was expected`,
      );
    });
  if (given.every(({ value }) => value === 'disabled')) {
    found.push(violation(given[0]?.path ?? '', 'disabled leaves nothing to scale by; a share was expected'));
  }
  return found;
};

function isTarget(measure: keyof typeof TARGETS, value: string): boolean {
  const { least, most } = TARGETS[measure];
  return /^0\.\d{1,2}$/.test(value) && Number(value) >= least && Number(value) <= most;
}
